import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareLevels,
  decidesAt,
  type HeldPost,
  isOutsider,
  LEVELS,
  manages,
  mayRead,
  mayWrite,
  type Role,
  type Scope,
  scopeFrom,
} from './scope.rules.js';

const post = (departmentId: string, change: Partial<HeldPost> = {}): HeldPost => ({
  postId: `post of ${departmentId}`,
  departmentId,
  departmentName: departmentId,
  level: 'member',
  title: '主任',
  role: null,
  kind: 'main',
  ...change,
});

/** 市民局 › 市民生活部 › 市民協働課・区政推進課 */
const SUBTREES: Readonly<Record<string, readonly string[]>> = {
  市民局: ['市民局', '市民生活部', '市民協働課', '区政推進課'],
  市民生活部: ['市民生活部', '市民協働課', '区政推進課'],
  市民協働課: ['市民協働課'],
  区政推進課: ['区政推進課'],
  監査課: ['監査課'],
};

const scopeOf = (posts: readonly HeldPost[], readable: readonly string[] = []): Scope =>
  scopeFrom('someone', '2022-04-01', posts, readable, SUBTREES);

describe('a person who stands in for somebody absent', () => {
  const absent = (postId: string) => ({
    postId,
    title: '課長',
    personId: 'absent',
    personName: '高橋',
    until: '2022-04-08',
  });

  it('decides at their posts too, and gets nothing else of them', () => {
    const own = post('市民協働課');
    const alone = scopeFrom('someone', '2022-04-01', [own], ['市民協働課'], SUBTREES);
    const scope = scopeFrom('someone', '2022-04-01', [own], ['市民協働課'], SUBTREES, [absent('課長の職')]);
    expect(decidesAt(scope)).toEqual([own.postId, '課長の職']);
    expect({ ...scope, standsInAt: [] }).toEqual(alone);
  });

  it('decides in their own name at a post that both hold', () => {
    const own = post('市民協働課');
    const scope = scopeFrom('someone', '2022-04-01', [own], [], SUBTREES, [absent(own.postId)]);
    expect(scope.standsInAt).toEqual([]);
    expect(decidesAt(scope)).toEqual([own.postId]);
  });
});

describe('what a person may do', () => {
  it('is to fill in the sheets of their own department, and to read those they are given', () => {
    const scope = scopeOf([post('市民協働課')], ['市民協働課']);
    expect(scope).toMatchObject({ personId: 'someone', date: '2022-04-01', writes: ['市民協働課'] });
    expect(mayWrite(scope, '市民協働課')).toBe(true);
    expect(mayWrite(scope, '区政推進課')).toBe(false);
    expect(mayRead(scope, '市民協働課')).toBe(true);
    expect(mayRead(scope, '区政推進課')).toBe(false);
  });

  it('is nothing without a post', () => {
    const scope = scopeOf([]);
    expect(scope).toMatchObject({ posts: [], writes: [], reads: [] });
    expect(scope.roles.size).toBe(0);
    expect(manages(scope.posts)).toBe(false);
  });

  it.each([
    ['divisionManager', '市民協働課', ['市民協働課']],
    ['departmentManager', '市民生活部', ['市民生活部', '市民協働課', '区政推進課']],
    ['bureauDirector', '市民局', ['市民局', '市民生活部', '市民協働課', '区政推進課']],
  ] as const)('of a %s is the same for the subtree', (level, department, writes) => {
    expect(scopeOf([post(department, { level })]).writes).toEqual(writes);
  });

  it.each(['member', 'subsectionChief', 'executive'] as const)(
    'of a %s does not reach below the own department',
    (level) => {
      expect(scopeOf([post('市民生活部', { level })]).writes).toEqual(['市民生活部']);
    },
  );

  it('of the coordinating division is to read its bureau, not to write for it', () => {
    const scope = scopeOf([post('市民協働課', { level: 'divisionManager' })], SUBTREES['市民局']);
    expect(mayRead(scope, '区政推進課')).toBe(true);
    expect(mayWrite(scope, '区政推進課')).toBe(false);
  });

  it('adds up over the posts of a person', () => {
    const scope = scopeOf([
      post('市民協働課'),
      post('区政推進課', { kind: 'acting', level: 'divisionManager' }),
      post('市民協働課', { kind: 'concurrent', role: 'planner' }),
    ]);
    expect(scope.writes).toEqual(['市民協働課', '区政推進課']);
    expect([...scope.roles]).toEqual(['planner']);
    expect(manages(scope.posts)).toBe(true);
  });

  it.each(['planner', 'finance', 'management', 'auditor'] as const)(
    'of the role %s is to read everything',
    (role) => {
      const scope = scopeOf([post('市民協働課', { role })], ['市民協働課']);
      expect(scope.reads).toBeNull();
      expect(mayRead(scope, 'anything')).toBe(true);
      expect(mayWrite(scope, 'anything')).toBe(false);
    },
  );

  it('of an outside evaluator is not to read everything', () => {
    expect(scopeOf([post('外部評価委員会', { role: 'evaluator' })], ['外部評価委員会']).reads).toEqual([
      '外部評価委員会',
    ]);
  });

  it.each(['auditor', 'evaluator'] as const)(
    'of an %s is to change nothing, unless another post allows it',
    (role) => {
      const watching = post('監査課', { role, level: 'divisionManager' });
      expect(scopeOf([watching]).writes).toEqual([]);
      expect(scopeOf([watching, post('市民協働課')]).writes).toEqual(['市民協働課']);
      expect(scopeOf([watching, post('監査課')]).writes).toEqual(['監査課']);
    },
  );

  it('never shrinks by one more post', () => {
    const any = fc
      .record({
        department: fc.constantFrom(...Object.keys(SUBTREES)),
        level: fc.constantFrom(...LEVELS),
        role: fc.constantFrom<Role | null>(null, 'planner', 'finance', 'management', 'auditor', 'evaluator'),
      })
      .map(({ department, level, role }) => post(department, { level, role }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), any, (posts, more) => {
        const [before, after] = [scopeOf(posts, ['x']), scopeOf([...posts, more], ['x'])];
        expect(after.writes).toEqual(expect.arrayContaining([...before.writes]));
        expect([...after.roles]).toEqual(expect.arrayContaining([...before.roles]));
        if (before.reads === null) expect(after.reads).toBeNull();
        expect(new Set(after.writes).size).toBe(after.writes.length);
      }),
    );
  });
});

describe('an outsider', () => {
  it('is whoever holds no post inside the city hall', () => {
    const partner = post('白嶺市', { partner: true });
    const evaluator = post('総合計画審議会', { role: 'evaluator' });
    expect(isOutsider([])).toBe(true);
    expect(isOutsider([partner])).toBe(true);
    expect(isOutsider([partner, evaluator])).toBe(true);
    expect(isOutsider([post('市民協働課')])).toBe(false);
    expect(isOutsider([post('監査課', { role: 'auditor', partner: false })])).toBe(false);
  });

  it('is nobody who also holds a post inside', () => {
    expect(isOutsider([post('総合計画審議会', { role: 'evaluator' }), post('市民協働課')])).toBe(false);
  });
});

describe('levels', () => {
  it('rise from member to executive', () => {
    for (const [at, level] of LEVELS.entries()) {
      expect(compareLevels(level, level)).toBe(0);
      for (const higher of LEVELS.slice(at + 1)) {
        expect(compareLevels(level, higher)).toBe(-1);
        expect(compareLevels(higher, level)).toBe(1);
      }
    }
  });

  it('manage from division manager on', () => {
    const managing = LEVELS.filter((level) => manages([post('市民協働課', { level })]));
    expect(managing).toEqual(['divisionManager', 'departmentManager', 'bureauDirector', 'executive']);
  });
});
