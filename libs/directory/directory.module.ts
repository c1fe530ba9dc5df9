import { Module } from '@nestjs/common';
import { AbsenceService } from './absence/absence.service.js';
import { AbsenceStore } from './absence/absence.store.js';
import { DirectoryStore } from './directory.store.js';
import { DepartmentTable } from './exchange/department-table.js';
import { PeopleStore } from './exchange/people.store.js';
import { PeopleTable } from './exchange/people-table.js';
import { PasswordLinkService } from './password-link.service.js';
import { SignInService } from './sign-in.service.js';

@Module({
  providers: [
    AbsenceService,
    AbsenceStore,
    DirectoryStore,
    SignInService,
    PasswordLinkService,
    DepartmentTable,
    PeopleStore,
    PeopleTable,
  ],
  exports: [AbsenceService, DirectoryStore, SignInService, PasswordLinkService, DepartmentTable, PeopleTable],
})
export class DirectoryModule {}
