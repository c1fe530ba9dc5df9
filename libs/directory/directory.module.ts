import { Module } from '@nestjs/common';
import { AbsenceService } from './absence/absence.service.js';
import { AbsenceStore } from './absence/absence.store.js';
import { DirectoryStore } from './directory.store.js';
import { ScopeStore } from './scope.store.js';
import { DepartmentTable } from './exchange/department-table.js';
import { PeopleStore } from './exchange/people.store.js';
import { PeopleTable } from './exchange/people-table.js';
import { PasswordLinkService } from './password-link.service.js';
import { OwnSessionsService } from './session/own-sessions.service.js';
import { OwnSessionsStore } from './session/own-sessions.store.js';
import { SignInService } from './sign-in.service.js';

@Module({
  providers: [
    AbsenceService,
    AbsenceStore,
    DirectoryStore,
    ScopeStore,
    OwnSessionsService,
    OwnSessionsStore,
    SignInService,
    PasswordLinkService,
    DepartmentTable,
    PeopleStore,
    PeopleTable,
  ],
  exports: [
    AbsenceService,
    OwnSessionsService,
    DirectoryStore,
    ScopeStore,
    SignInService,
    PasswordLinkService,
    DepartmentTable,
    PeopleTable,
  ],
})
export class DirectoryModule {}
