import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ChainLevel,
  type ChainPlace,
  gradedAtDirector,
  resolveChain,
  type SeatInLine,
  type StepSetting,
} from './approval-chain.rules.js';

const seat = (postId: string, level: ChainLevel, distance: number, ...people: string[]): SeatInLine => ({
  postId,
  level,
  distance,
  holders: people.map((personId) => ({ personId })),
});

const levelStep = (level: ChainLevel, workingDays = 5): StepSetting => ({
  kind: 'post_level',
  level,
  departmentCode: null,
  workingDays,
});
const COORDINATING: StepSetting = {
  kind: 'coordinating_division',
  level: null,
  departmentCode: null,
  workingDays: 3,
};
const PLANNING: StepSetting = {
  kind: 'fixed_division',
  level: null,
  departmentCode: '010101',
  workingDays: 5,
};

/** 課長 → 部長 → 局主管課 → 局長 → 企画課 */
const ACT = [
  levelStep('divisionManager'),
  levelStep('departmentManager'),
  COORDINATING,
  levelStep('bureauDirector'),
  PLANNING,
];

const TOP = seat('副市長', 'executive', 3, 'nishimura');
const DIRECTOR = seat('局長', 'bureauDirector', 2, 'ando');
const line = (manager: string[], department: string[]): SeatInLine[] => [
  seat('係長', 'subsectionChief', 0, 'chief'),
  seat('課長', 'divisionManager', 0, ...manager),
  seat('部長', 'departmentManager', 1, ...department),
  DIRECTOR,
  TOP,
];

const place = (change: Partial<ChainPlace> = {}): ChainPlace => ({
  line: line(['kato'], ['sato']),
  coordinating: [
    seat('総務課長', 'divisionManager', 0, 'ueda'),
    seat('総務部長', 'departmentManager', 1, 'oda'),
    DIRECTOR,
    TOP,
  ],
  fixed: new Map([['010101', [seat('企画課長', 'divisionManager', 0, 'kikaku'), TOP]]]),
  submitterId: 'staff',
  ...change,
});

const posts = (steps: readonly StepSetting[], given: Partial<ChainPlace> = {}): string[] =>
  resolveChain(steps, place(given)).map((step) => step.postId);

describe('the chain of one sheet', () => {
  it('names the seats above the department, the coordinating division and the planning division', () => {
    expect(posts(ACT)).toEqual(['課長', '部長', '総務課長', '局長', '企画課長']);
  });

  it('keeps what kind of step it was and how many days it has', () => {
    expect(resolveChain([levelStep('divisionManager', 7), COORDINATING], place())).toEqual([
      { stepKind: 'post_level', postId: '課長', workingDays: 7 },
      { stepKind: 'coordinating_division', postId: '総務課長', workingDays: 3 },
    ]);
  });

  it('goes to the acting holder where a post is vacant, for that person sits on it', () => {
    expect(posts([levelStep('divisionManager')], { line: line(['acting-manager'], ['sato']) })).toEqual([
      '課長',
    ]);
  });

  it('goes to the next above where nobody sits on a post, and asks them once', () => {
    expect(posts(ACT, { line: line([], ['sato']) })).toEqual(['部長', '総務課長', '局長', '企画課長']);
    expect(posts(ACT, { line: line([], []) })).toEqual(['局長', '総務課長', '企画課長']);
  });

  it('goes to the next above when the approver hands it in themselves', () => {
    expect(posts(ACT, { submitterId: 'kato' })).toEqual(['部長', '総務課長', '局長', '企画課長']);
    expect(posts(ACT, { submitterId: 'ando' })).toEqual(['課長', '部長', '総務課長', '副市長', '企画課長']);
  });

  it('does not wait at a post on which the submitter sits beside somebody else', () => {
    expect(posts(ACT, { line: line(['kato', 'staff'], ['sato']) })).toEqual([
      '部長',
      '総務課長',
      '局長',
      '企画課長',
    ]);
  });

  it('merges the steps of one person into the first', () => {
    expect(posts(ACT, { line: line(['kato'], ['kato']) })).toEqual(['課長', '総務課長', '局長', '企画課長']);
    expect(posts(ACT, { line: line(['ueda'], ['sato']) })).toEqual(['課長', '部長', '局長', '企画課長']);
  });

  it('leaves out the coordinating division of a bureau that names none, and a division that is gone', () => {
    expect(posts(ACT, { coordinating: [], fixed: new Map() })).toEqual(['課長', '部長', '局長']);
  });

  it('takes the nearest of several seats of one level', () => {
    const seats = [seat('部付課長', 'divisionManager', 1, 'far'), seat('課長', 'divisionManager', 0, 'near')];
    expect(posts([levelStep('divisionManager')], { line: seats })).toEqual(['課長']);
    expect(posts([levelStep('divisionManager')], { line: seats, submitterId: 'near' })).toEqual(['部付課長']);
  });

  it('takes the lowest level that may decide, although a higher one sits nearer', () => {
    const seats = [
      seat('担当部長', 'departmentManager', 0, 'near'),
      seat('部付課長', 'divisionManager', 1, 'far'),
    ];
    expect(posts([levelStep('divisionManager')], { line: seats })).toEqual(['部付課長']);
    expect(posts([levelStep('departmentManager')], { line: seats })).toEqual(['担当部長']);
  });

  it('never goes down: a chief does not stand in for a manager', () => {
    expect(
      posts([levelStep('divisionManager')], { line: [seat('係長', 'subsectionChief', 0, 'chief')] }),
    ).toEqual([]);
    expect(posts([levelStep('subsectionChief'), levelStep('divisionManager')])).toEqual(['係長', '課長']);
  });

  it('is empty where nobody above is left to ask', () => {
    expect(posts(ACT, { line: [], coordinating: [], fixed: new Map() })).toEqual([]);
    expect(posts([], {})).toEqual([]);
  });

  describe('of any bureau', () => {
    const LEVELS = [
      'subsectionChief',
      'divisionManager',
      'departmentManager',
      'bureauDirector',
      'executive',
    ] as const;
    const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6');
    const seats = (prefix: string) =>
      fc
        .array(
          fc
            .tuple(fc.constantFrom(...LEVELS), fc.nat({ max: 3 }), fc.uniqueArray(person, { maxLength: 2 }))
            .map(([level, distance, people]) => seat(prefix, level, distance, ...people)),
          { maxLength: 6 },
        )
        .map((all) => all.map((one, at) => ({ ...one, postId: `${prefix}${at}` })));
    const anyPlace: fc.Arbitrary<ChainPlace> = fc.record({
      line: seats('line'),
      coordinating: seats('coordinating'),
      fixed: seats('planning').map((all) => new Map([['010101', all]])),
      submitterId: person,
    });
    const anySteps = fc.array(
      fc.oneof(
        fc.constantFrom(...LEVELS).map((level) => levelStep(level)),
        fc.constantFrom(COORDINATING, PLANNING),
      ),
      { maxLength: 6 },
    );

    const allSeats = (given: ChainPlace): SeatInLine[] => [
      ...given.line,
      ...given.coordinating,
      ...(given.fixed.get('010101') ?? []),
    ];
    const peopleOn = (given: ChainPlace, postId: string): string[] =>
      allSeats(given)
        .find((s) => s.postId === postId)
        ?.holders.map((h) => h.personId) ?? [];

    it('has only seats on which somebody sits, and never the submitter', () => {
      fc.assert(
        fc.property(anySteps, anyPlace, (steps, given) => {
          for (const { postId } of resolveChain(steps, given)) {
            expect(peopleOn(given, postId)).not.toHaveLength(0);
            expect(peopleOn(given, postId)).not.toContain(given.submitterId);
          }
        }),
      );
    });

    it('asks nobody twice', () => {
      fc.assert(
        fc.property(anySteps, anyPlace, (steps, given) => {
          const asked = resolveChain(steps, given).flatMap(({ postId }) => peopleOn(given, postId));
          expect(new Set(asked).size).toBe(asked.length);
        }),
      );
    });

    it('asks somebody whenever an occupied seat without the submitter is above', () => {
      fc.assert(
        fc.property(fc.constantFrom(...LEVELS), anyPlace, (level, given) => {
          const resolved = resolveChain([levelStep(level)], given);
          const able = given.line.filter(
            (s) =>
              LEVELS.indexOf(s.level as (typeof LEVELS)[number]) >= LEVELS.indexOf(level) &&
              s.holders.length > 0 &&
              s.holders.every((h) => h.personId !== given.submitterId),
          );
          expect(resolved.length).toBe(able.length > 0 ? 1 : 0);
        }),
      );
    });
  });
});

/** 課長 → 局長 → 企画課 */
describe('the step at which a section is graded', () => {
  const review = gradedAtDirector('review', [
    levelStep('divisionManager'),
    levelStep('bureauDirector'),
    PLANNING,
  ]);
  const grading = (given: Partial<ChainPlace> = {}): string[] =>
    resolveChain(review, place(given)).flatMap((step) => (step.setsGrade ? [step.postId] : []));

  it('is the director’s, and of no other stage', () => {
    expect(grading()).toEqual(['局長']);
    expect(gradedAtDirector('act', ACT)).toBe(ACT);
  });

  it('goes with the director’s step to the next above, and to the earlier step of who would be asked twice', () => {
    const vacant = line(['kato'], []).filter((one) => one !== DIRECTOR);
    expect(grading({ line: vacant })).toEqual(['副市長']);
    expect(grading({ line: line(['ando'], ['sato']) })).toEqual(['課長']);
  });
});
