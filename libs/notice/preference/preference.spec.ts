import { describe, expect, it } from '@jest/globals';
import type { HeldPost, Level, Role } from '#directory';
import { endedBy, offered } from './preference.rules.js';

const holder = (level: Level, role: Role | null = null) => ({
  posts: [{ level, role } as HeldPost],
  roles: new Set(role ? [role] : []),
});

describe('which letters a person may end', () => {
  it.each<[Level, Role | null, boolean, boolean]>([
    ['member', null, false, false],
    ['subsectionChief', null, false, false],
    ['divisionManager', null, true, false],
    ['bureauDirector', null, true, false],
    ['executive', 'management', false, true],
    ['divisionManager', 'planner', true, false],
  ])('%s %s: digest %s, summary %s', (level, role, digest, summary) => {
    expect(offered(holder(level, role))).toEqual({ digest, summary });
  });
});

describe('what the link of a letter ends', () => {
  it.each([
    ['digest', null, 'digest'],
    ['summary', null, 'summary'],
    ['daily', null, null],
    ['at_once', null, null],
    ['handover', null, null],
    ['password', null, null],
    ['digest', 'the letter of somebody absent', null],
  ])('%s, copy of %s: %s', (kind, copyOf, ending) => {
    expect(endedBy({ kind, copyOf })).toBe(ending);
  });
});
