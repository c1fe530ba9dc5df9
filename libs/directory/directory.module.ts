import { Module } from '@nestjs/common';
import { DirectoryStore } from './directory.store.js';
import { DepartmentTable } from './exchange/department-table.js';
import { PeopleStore } from './exchange/people.store.js';
import { PeopleTable } from './exchange/people-table.js';
import { PasswordLinkService } from './password-link.service.js';
import { SignInService } from './sign-in.service.js';

@Module({
  providers: [DirectoryStore, SignInService, PasswordLinkService, DepartmentTable, PeopleStore, PeopleTable],
  exports: [DirectoryStore, SignInService, PasswordLinkService, DepartmentTable, PeopleTable],
})
export class DirectoryModule {}
