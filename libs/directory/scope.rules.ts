/** City-wide roles that come with a post. */
export type Role = 'planner' | 'finance' | 'management' | 'auditor' | 'evaluator';

export const LEVELS = [
  'member',
  'subsectionChief',
  'divisionManager',
  'departmentManager',
  'bureauDirector',
  'executive',
] as const;
export type Level = (typeof LEVELS)[number];

/** -1, 0, 1: which level is higher in the line. */
export const compareLevels = (a: Level, b: Level): number => Math.sign(LEVELS.indexOf(a) - LEVELS.indexOf(b));

export interface HeldPost {
  readonly postId: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly level: Level;
  readonly title: string;
  readonly role: Role | null;
  readonly kind: 'main' | 'concurrent' | 'acting';
}

/** What a person may do on a date. Every store method that returns rows of sheets requires one. */
export interface Scope {
  readonly personId: string;
  readonly date: string;
  readonly posts: readonly HeldPost[];
  readonly roles: ReadonlySet<Role>;
  /** Departments whose sheets the person fills in. */
  readonly writes: readonly string[];
  /** Departments whose sheets the person may read; `null` is all. */
  readonly reads: readonly string[] | null;
}

const READS_ALL: readonly Role[] = ['planner', 'finance', 'management', 'auditor'];

/** Posts of a manager approve and see their subtree. */
export const manages = (posts: readonly HeldPost[]): boolean =>
  posts.some((post) => compareLevels(post.level, 'divisionManager') >= 0);

/** Adds up what all posts of a person allow (兼務 adds up). */
export function scopeFrom(
  personId: string,
  date: string,
  posts: readonly HeldPost[],
  readable: readonly string[],
): Scope {
  const roles = new Set(posts.flatMap((post) => (post.role ? [post.role] : [])));
  return {
    personId,
    date,
    posts,
    roles,
    writes: [...new Set(posts.map((post) => post.departmentId))],
    reads: READS_ALL.some((role) => roles.has(role)) ? null : readable,
  };
}

/** Is a sheet of this department among those the scope may read? */
export const mayRead = (scope: Scope, departmentId: string): boolean =>
  scope.reads === null || scope.reads.includes(departmentId);

export const mayWrite = (scope: Scope, departmentId: string): boolean => scope.writes.includes(departmentId);

/** Full title as letters and approvals print it: 市民協働課長 for 課長 of 市民協働課. */
export function fullTitle(departmentName: string, title: string): string {
  if (title.startsWith(departmentName)) return title;
  const shared = departmentName.at(-1);
  return shared && title.startsWith(shared) ? departmentName + title.slice(1) : `${departmentName} ${title}`;
}
