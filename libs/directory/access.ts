import { SetMetadata } from '@nestjs/common';
import type { Role } from './scope.rules.js';

/** Who may call a route. A route without a declaration is refused, and a test fails on it. */
export type AccessDeclaration =
  | { readonly kind: 'public'; readonly fromAnywhere?: true }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'house' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export const ACCESS = Symbol('access');

/**
 * Anybody, signed in or not. `fromAnywhere`: also without the header that only our own pages send, for what mail programs
 * post; such a route must be guarded by something that cannot be guessed and must not look at the cookie.
 */
export const Public = (options: { readonly fromAnywhere?: true } = {}) =>
  SetMetadata(ACCESS, { kind: 'public', ...options } satisfies AccessDeclaration);

/** Everybody who is signed in; which rows they see is asked of their scope. */
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed_in' } satisfies AccessDeclaration);

/** Everybody of the city hall; not outside partners and evaluators, who see only what is given to them. */
export const HouseOnly = () => SetMetadata(ACCESS, { kind: 'house' } satisfies AccessDeclaration);

/** Only holders of one of these city-wide roles. */
export const RolesOnly = (...roles: Role[]) =>
  SetMetadata(ACCESS, { kind: 'roles', roles } satisfies AccessDeclaration);
