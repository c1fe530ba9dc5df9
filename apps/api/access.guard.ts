import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { BusinessClock } from '#calendar/clock';
import {
  ACCESS,
  type AccessDeclaration,
  isOutsider,
  type RequestWithPerson,
  ScopeStore,
  SESSION_COOKIE,
  SignInService,
} from '#directory';
import { DomainError, forbidden } from '#errors';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

type Asked = FastifyRequest & RequestWithPerson;

/** Who may call what, asked of every request: Nest's routes and the plugins beside them. */
@Injectable()
export class Access {
  constructor(
    private readonly signIns: SignInService,
    private readonly scopes: ScopeStore,
    private readonly clock: BusinessClock,
  ) {}

  /** Finds out who asks and throws when they may not. */
  async admit(request: Asked, declared: AccessDeclaration): Promise<void> {
    if (declared.kind === 'public') return;
    const token = request.cookies[SESSION_COOKIE];
    const person = token ? await this.signIns.personOf(token) : undefined;
    if (!person) throw new DomainError('unauthenticated', token ? 'session.expired' : 'session.none');
    const scope = await this.scopes.scopeOf(person.id, await this.clock.today());
    request.mawasu = { person, scope };
    if (scope.posts.length === 0) throw forbidden('access.no_post');
    if (declared.kind === 'house' && isOutsider(scope.posts)) throw forbidden('access.house_only');
    if (declared.kind === 'roles' && !declared.roles.some((role) => scope.roles.has(role))) {
      throw forbidden('access.not_your_role');
    }
  }
}

/** Deny by default: a route without a declaration is refused, whoever asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: Access,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Asked>();
    const declared = this.reflector.getAllAndOverride<AccessDeclaration | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!declared) throw forbidden('access.undeclared');
    // A foreign page can send a form with our cookie but not this header.
    const fromAnywhere = declared.kind === 'public' && declared.fromAnywhere === true;
    if (!SAFE.has(request.method) && !fromAnywhere && request.headers['x-mawasu'] !== '1')
      throw forbidden('access.foreign_page');
    await this.access.admit(request, declared);
    return true;
  }
}

/**
 * For pages of others that cannot send our header: browsers say where a request comes from, and a change is taken
 * only from our own pages. A browser that says nothing is refused.
 */
export function isFromOwnPage(request: FastifyRequest): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host;
}
