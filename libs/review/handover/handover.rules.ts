import type { Role, Scope } from '#directory';

/** Who prepares handovers of others, and who looks at everything. */
const READ_ALL: readonly Role[] = ['planner', 'auditor'];

/** A brief is read by who holds the post on the day: with the post it moves on. */
export const mayReadHandover = ({ posts, roles }: Pick<Scope, 'posts' | 'roles'>, postId: string): boolean =>
  posts.some((post) => post.postId === postId) || READ_ALL.some((role) => roles.has(role));
