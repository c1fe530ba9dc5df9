import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import { Session } from '../running/session.js';

type Role = 'planner' | 'finance' | 'management' | 'auditor' | 'evaluator';
type Access = 'public' | 'signed_in' | 'house' | readonly Role[];

const PLANNER: Access = ['planner'];
const OVERSIGHT: Access = ['planner', 'finance', 'management', 'auditor'];
const LEDGER: Access = ['planner', 'auditor'];

/** The one written table: who may call what. A route without a line fails. */
const TABLE: Readonly<Record<string, Access>> = {
  'GET /api/sign-in': 'public',
  'POST /api/session': 'public',
  'POST /api/session/sample': 'public',
  'POST /api/password-links': 'public',
  'POST /api/password-links/redeem': 'public',
  'DELETE /api/session': 'public',
  'GET /api/session': 'signed_in',
  'PUT /api/me/language': 'signed_in',
  'GET /api/me/sessions': 'signed_in',
  'DELETE /api/me/sessions/{id}': 'signed_in',
  'POST /api/me/sessions/end-others': 'signed_in',
  'GET /api/me/absences': 'house',
  'POST /api/me/absences': 'house',
  'DELETE /api/me/absences/{id}': 'house',
  'GET /api/me/delegates': 'house',
  'GET /api/people/{id}/absences': PLANNER,
  'POST /api/people/{id}/absences': PLANNER,
  'DELETE /api/people/{id}/absences/{absence}': PLANNER,
  'GET /api/me/mail': 'signed_in',
  'PUT /api/me/mail': 'signed_in',
  'GET /api/me/letters': 'signed_in',
  'GET /api/unsubscribe/{token}': 'public',
  'POST /api/unsubscribe/{token}': 'public',
  'GET /api/unsubscribe/{token}/state': 'public',
  'POST /api/unsubscribe/{token}/undo': 'public',
  'GET /api/clock': 'signed_in',
  'POST /api/clock': PLANNER,
  'GET /api/plan': 'signed_in',
  'POST /api/plan/read': PLANNER,
  'POST /api/plan/import': PLANNER,
  'GET /api/items/states': 'house',
  'GET /api/items/{key}/years': 'house',
  'GET /api/indicators': 'house',
  'GET /api/cycles': OVERSIGHT,
  'POST /api/cycles': PLANNER,
  'GET /api/cycles/{year}': OVERSIGHT,
  'PUT /api/cycles/{year}': PLANNER,
  'POST /api/cycles/{year}/reopen': PLANNER,
  'POST /api/cycles/{year}/preview-dates': PLANNER,
  'POST /api/cycles/{year}/extensions': PLANNER,
  'DELETE /api/cycles/{year}/extensions/{stage}/{department}': PLANNER,
  'POST /api/cycles/{year}/open': PLANNER,
  'GET /api/cycles/{year}/board': 'signed_in',
  'GET /api/cycles/{year}/submissions': 'signed_in',
  'GET /api/today': 'signed_in',
  'GET /api/today/department': 'signed_in',
  'GET /api/counts': 'signed_in',
  'GET /api/handover': 'signed_in',
  'GET /api/handover/{postId}': 'signed_in',
  'GET /api/handover/{postId}/items': 'signed_in',
  'GET /api/sheets/{id}': 'signed_in',
  'PUT /api/sheets/{id}/answers': 'signed_in',
  'POST /api/sheets/{id}/submit': 'signed_in',
  'POST /api/sheets/{id}/withdraw': 'signed_in',
  'POST /api/sheets/{id}/not-applicable': 'signed_in',
  'GET /api/sheets/{id}/history': 'signed_in',
  'GET /api/sheets/{id}/evidence': 'signed_in',
  'POST /api/sheets/{id}/evidence/files': 'signed_in',
  'POST /api/sheets/{id}/evidence/links': 'signed_in',
  'PUT /api/sheets/{id}/evidence/{evidence}': 'signed_in',
  'DELETE /api/sheets/{id}/evidence/{evidence}': 'signed_in',
  'GET /api/sheets/{id}/evidence/{evidence}/file': 'signed_in',
  'GET /api/sheets/{id}/comments': 'house',
  'POST /api/sheets/{id}/comments': 'house',
  'PUT /api/sheets/{id}/comments/{comment}': 'house',
  'DELETE /api/sheets/{id}/comments/{comment}': 'house',
  'POST /api/sheets/{id}/comments/read': 'house',
  'GET /api/sheets/{id}/people': 'house',
  'POST /api/mentions/read': 'house',
  'GET /api/approvals': 'signed_in',
  'GET /api/actual-entries': 'signed_in',
  'GET /api/actual-entries/file': 'signed_in',
  'POST /api/actual-entries/file': 'signed_in',
  'GET /api/stand-in-decisions': 'house',
  'POST /api/stand-in-decisions/reviewed': 'house',
  'GET /api/approvals/{id}': 'signed_in',
  'POST /api/approvals/approve': 'signed_in',
  'POST /api/approvals/{id}/opened': 'signed_in',
  'POST /api/approvals/{id}/approve': 'signed_in',
  'POST /api/approvals/{id}/return': 'signed_in',
  'GET /api/reports': 'house',
  'GET /api/reports/{year}': 'house',
  'GET /api/reports/{year}/sheets': 'house',
  'GET /api/reports/{year}/commitments': 'house',
  'GET /api/reports/{year}/sections/{key}': 'house',
  'GET /api/reports/{year}/sections/{key}/file': 'house',
  'GET /api/reports/{year}/sections/{key}/decision': 'house',
  'PUT /api/reports/{year}/sections/{key}/decision': ['planner', 'management'],
  'GET /api/search': 'signed_in',
  'GET /api/letters': LEDGER,
  'GET /api/letters/setting': LEDGER,
  'PUT /api/letters/setting': PLANNER,
  'POST /api/letters/resend': PLANNER,
  'POST /api/letters/arrived': PLANNER,
  'GET /api/letters/{id}': LEDGER,
  'GET /api/letters/{id}/preview': LEDGER,
  'POST /api/letters/rehearsal': LEDGER,
  'GET /api/reminders': LEDGER,
  'POST /api/reminders': PLANNER,
  'POST /api/reminders/reach': PLANNER,
  'POST /api/reminders/preview': PLANNER,
  'GET /api/exchange': LEDGER,
  'GET /api/exchange/{table}': LEDGER,
  'POST /api/exchange/{table}': PLANNER,
  'GET /api/openapi.json': 'public',
  'GET /api/operations': LEDGER,
  'GET /api/operations/dead-jobs': LEDGER,
  'POST /api/operations/dead-jobs/{id}/retry': PLANNER,
  'POST /api/operations/dead-jobs/{id}/dismiss': PLANNER,
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /health/work': 'public',
  // No sign-in, but a token or this machine: health.spec.ts.
  'GET /metrics': 'public',
};

/** The queue's board is a plugin beside the routes; every kind of address it has. */
const BOARD = [
  'GET /operations/queue',
  'GET /operations/queue/',
  'GET /operations/queue/queue/mawasu',
  'GET /operations/queue/static/images/logo.svg',
  'GET /operations/queue/api/queues',
  'GET /operations/queue/api/redis/stats',
  'PUT /operations/queue/api/queues/mawasu/retry/failed',
  'POST /operations/queue/api/queues/mawasu/add',
];

const NOBODY = '00000000-0000-4000-8000-000000000000';
const FILLED: Readonly<Record<string, string>> = {
  id: NOBODY,
  key: 'no-such',
  year: '2021',
  stage: 'check',
  department: 'no-such',
  table: 'departments',
  absence: NOBODY,
  evidence: NOBODY,
  comment: NOBODY,
  token: NOBODY,
  postId: NOBODY,
};

/** What a mail program posts, with neither our cookie nor our header; its token cannot be guessed. */
const FROM_ANYWHERE = ['POST /api/unsubscribe/{token}'];

const pathOf = (template: string): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => FILLED[name] ?? 'x');

describe('every route × role', () => {
  let product: Api;
  let routes: string[];
  const people = new Map<Role | 'staff' | 'partner', Session>();

  beforeAll(async () => {
    product = await startApi('sample');
    const document = await new Session(product.url).get<{ paths: Record<string, Record<string, unknown>> }>(
      '/api/openapi.json',
    );
    routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const page = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    for (const part of ['staff', 'planner', 'finance', 'management', 'auditor'] as const) {
      const person = page.samplePeople.find((p) => p.part === part);
      if (!person) throw new Error(`the sample city has no ${part}`);
      people.set(part, await new Session(product.url).signIn(person.staffNumber));
    }
    people.set('evaluator', await new Session(product.url).signIn('9900001'));
    people.set('partner', await new Session(product.url).signIn('9100002'));
  });

  afterAll(() => product.stop());

  it('is in the table, and the table names no route that is gone', () => {
    expect(routes.filter((route) => !(route in TABLE))).toEqual([]);
    expect(Object.keys(TABLE).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('refuses whoever is not signed in', async () => {
    for (const route of routes.filter((r) => TABLE[r] !== 'public')) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await new Session(product.url).send(
        method,
        pathOf(path),
        method === 'GET' ? undefined : {},
      );
      expect({ route, status: answer.status }).toEqual({ route, status: 401 });
    }
  });

  it('lets in exactly the roles of the table', async () => {
    for (const route of routes) {
      const access = TABLE[route];
      const [method = '', path = ''] = route.split(' ');
      if (access === 'public' || access === undefined) continue;
      for (const [role, session] of people) {
        const answer = await session.send(method, pathOf(path), method === 'GET' ? undefined : {});
        const refused =
          answer.status === 403 && /^access\./.test((answer.body as { code?: string }).code ?? '');
        const outside = role === 'evaluator' || role === 'partner';
        const allowed =
          access === 'signed_in' || (access === 'house' ? !outside : access.some((one) => one === role));
        expect({ route, role, refused }).toEqual({ route, role, refused: !allowed });
        expect({ route, role, status: answer.status < 500 }).toEqual({ route, role, status: true });
      }
    }
  });

  it('refuses what a foreign page sends with our cookie, on every route but the declared ones', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      if (method === 'GET') continue;
      const response = await fetch(`${product.url}${pathOf(path)}`, { method });
      const { code } = (await response.json()) as { code?: string };
      if (response.status !== 403 || code !== 'access.foreign_page') open.push(route);
    }
    expect(open).toEqual(FROM_ANYWHERE);
  });

  it('gives the board of the queue to the planner alone, its files and its API too', async () => {
    const own = { 'sec-fetch-site': 'same-origin' };
    for (const route of BOARD) {
      const [method = '', path = ''] = route.split(' ');
      const nobody = await new Session(product.url).send(method, path, undefined, own);
      expect({ route, status: nobody.status }).toEqual({ route, status: 401 });
      for (const [role, session] of people) {
        const { status } = await session.send(method, path, undefined, own);
        expect({ route, role, refused: status === 403 }).toEqual({
          route,
          role,
          refused: role !== 'planner',
        });
        expect({ route, role, status: status < 500 }).toEqual({ route, role, status: true });
      }
    }
  });

  it('takes changes of the board from its own page only', async () => {
    const planner = people.get('planner');
    const pause = async (headers: Record<string, string>): Promise<number | undefined> =>
      (await planner?.send('PUT', '/operations/queue/api/queues/mawasu/resume', undefined, headers))?.status;
    expect(await pause({ 'sec-fetch-site': 'cross-site', origin: product.url })).toBe(403);
    expect(await pause({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await pause({ 'sec-fetch-site': 'none' })).toBe(403);
    expect(await pause({ origin: 'https://elsewhere.example.jp' })).toBe(403);
    expect(await pause({ origin: 'null' })).toBe(403);
    expect(await pause({ 'x-mawasu': '1' })).toBe(403);
    expect(await pause({ origin: product.url })).toBe(200);
  });
});
