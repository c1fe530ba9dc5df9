import { describe, expect, it } from '@jest/globals';
import type { HeldPost, Role } from '#directory';
import { mayReadHandover } from './handover.rules.js';

const reader = (postIds: readonly string[], role: Role | null = null) => ({
  posts: postIds.map((postId) => ({ postId, role }) as HeldPost),
  roles: new Set(role ? [role] : []),
});

describe('the brief of a post', () => {
  it('is read by who holds it, main or beside another', () => {
    expect(mayReadHandover(reader(['chief', 'acting']), 'acting')).toBe(true);
    expect(mayReadHandover(reader(['chief']), 'other')).toBe(false);
  });

  it.each<[Role, boolean]>([
    ['planner', true],
    ['auditor', true],
    ['finance', false],
    ['management', false],
    ['evaluator', false],
  ])('of somebody else: %s %s', (role, may) => {
    expect(mayReadHandover(reader(['own'], role), 'other')).toBe(may);
  });
});
