import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#errors';
import type { PersonRow } from './directory.store.js';
import type { Scope } from './scope.rules.js';

/** What the guard attaches to a request of a signed-in person. */
export interface RequestPerson {
  readonly person: PersonRow;
  readonly scope: Scope;
}

export interface RequestWithPerson {
  mawasu?: RequestPerson;
}

function personOf(context: ExecutionContext): RequestPerson {
  const found = context.switchToHttp().getRequest<RequestWithPerson>().mawasu;
  if (!found) throw new DomainError('unauthenticated', 'session.expired');
  return found;
}

/** The scope of the person who calls. */
export const CurrentScope = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope => personOf(context).scope,
);

/** The person who calls. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): PersonRow => personOf(context).person,
);
