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

/** Levels whose posts approve, and see their subtree. */
export const MANAGERS: readonly Level[] = [
  'divisionManager',
  'departmentManager',
  'bureauDirector',
  'executive',
];
/** Posts of these levels write for their subtree too; the executives above them decide on reports. */
export const WRITE_BELOW: readonly Level[] = MANAGERS.filter((level) => level !== 'executive');

/** SQL: whether `column` is one of these levels. */
export const levelAmong = (column: string, levels: readonly Level[]): string =>
  `${column} in (${levels.map((level) => `'${level}'`).join(', ')})`;

export interface HeldPost {
  readonly postId: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly level: Level;
  readonly title: string;
  readonly role: Role | null;
  readonly kind: 'main' | 'concurrent' | 'acting';
  /** The post belongs to an outside partner. */
  readonly partner?: boolean;
}

/** 代決: a post at which a person decides while its holder is away. Nothing else of the post passes to them. */
export interface StandInPost {
  readonly postId: string;
  readonly title: string;
  /** The holder who is away, and the last day of it. */
  readonly personId: string;
  readonly personName: string;
  readonly until: string;
}

/** What a person may do on a date. Every store method that returns rows of sheets requires one. */
export interface Scope {
  readonly personId: string;
  readonly date: string;
  readonly posts: readonly HeldPost[];
  readonly standsInAt: readonly StandInPost[];
  readonly roles: ReadonlySet<Role>;
  /** Departments whose sheets the person fills in. */
  readonly writes: readonly string[];
  /** Departments whose sheets the person may read; `null` is all. */
  readonly reads: readonly string[] | null;
}

const READS_ALL: readonly Role[] = ['planner', 'finance', 'management', 'auditor'];
/** Posts of these roles look on: no sheet is written by them. */
const CHANGES_NOTHING: readonly Role[] = ['auditor', 'evaluator'];

/** Holds no post inside the city hall: a partner's staff, an outside evaluator. */
export const isOutsider = (posts: readonly HeldPost[]): boolean =>
  posts.every((post) => post.partner === true || post.role === 'evaluator');

/** Posts of a manager approve and see their subtree. */
export const manages = (posts: readonly HeldPost[]): boolean =>
  posts.some((post) => MANAGERS.includes(post.level));

/**
 * Adds up what all posts of a person allow (兼務 adds up): staff write for their department, managers for their subtree.
 *
 * @param readable departments under the posts and under the bureaus they coordinate
 * @param subtrees of the posts' departments by id, each with itself
 * @param standsInAt posts of absent people, at which the person only decides
 */
export function scopeFrom(
  personId: string,
  date: string,
  posts: readonly HeldPost[],
  readable: readonly string[],
  subtrees: Readonly<Record<string, readonly string[]>>,
  standsInAt: readonly StandInPost[] = [],
): Scope {
  const roles = new Set(posts.flatMap((post) => (post.role ? [post.role] : [])));
  return {
    personId,
    date,
    posts,
    standsInAt: standsInAt.filter(({ postId }) => posts.every((own) => own.postId !== postId)),
    roles,
    writes: [...new Set(posts.flatMap((post) => writtenBy(post, subtrees)))],
    reads: READS_ALL.some((role) => roles.has(role)) ? null : readable,
  };
}

function writtenBy(
  { departmentId, level, role }: HeldPost,
  subtrees: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (role !== null && CHANGES_NOTHING.includes(role)) return [];
  return WRITE_BELOW.includes(level) ? [departmentId, ...(subtrees[departmentId] ?? [])] : [departmentId];
}

/** Is a sheet of this department among those the scope may read? */
export const mayRead = (scope: Scope, departmentId: string): boolean =>
  scope.reads === null || scope.reads.includes(departmentId);

/** Posts at which the person approves and returns: their own, and those of the absent for whom they stand in. */
export const decidesAt = (scope: Scope): string[] => [
  ...new Set([...scope.posts, ...scope.standsInAt].map(({ postId }) => postId)),
];

export const mayWrite = (scope: Scope, departmentId: string): boolean => scope.writes.includes(departmentId);
