import { Department, DepartmentClosure } from './department.entity.js';
import { Absence, PasswordLink, Person, Session, SignInFailure } from './person.entity.js';
import { Post, PostHolding } from './post.entity.js';

export { Department, Person, Post };
export const DIRECTORY_ENTITIES = [
  Department,
  DepartmentClosure,
  Person,
  Session,
  SignInFailure,
  PasswordLink,
  Absence,
  Post,
  PostHolding,
] as const;

export { ACCESS, HouseOnly, Public, RolesOnly, SignedIn } from './access.js';
export type { AccessDeclaration } from './access.js';
export { DirectoryModule } from './directory.module.js';
export { DirectoryStore } from './directory.store.js';
export { ScopeStore } from './scope.store.js';
export type { PersonRow, PostInLine } from './directory.store.js';
export { DepartmentTable } from './exchange/department-table.js';
export { PeopleTable } from './exchange/people-table.js';
export { PASSWORD_LINK_HOURS, PasswordLinkService } from './password-link.service.js';
export { inBothKana, likeable } from './name-search.rules.js';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.rules.js';
export { CurrentPerson, CurrentScope } from './request-person.js';
export type { RequestWithPerson } from './request-person.js';
export {
  compareLevels,
  decidesAt,
  isOutsider,
  levelAmong,
  LEVELS,
  MANAGERS,
  manages,
  mayRead,
  mayWrite,
  WRITE_BELOW,
} from './scope.rules.js';
export type { HeldPost, Level, Role, Scope, StandInPost } from './scope.rules.js';
export { DirectoryHttpModule } from './session.http.js';
export { hashPassword, SESSION_COOKIE, SignInService } from './sign-in.service.js';
