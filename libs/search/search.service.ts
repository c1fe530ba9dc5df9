import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { fiscalYearOf } from '#calendar';
import { isOutsider, manages, type Scope } from '#directory';
import { PlanStore } from '#plan';
import { excerpt, marked, wordsOf } from './excerpt.rules.js';
import { planKeyOf } from './plan-number.rules.js';
import { PeopleSearchStore } from './people-search.store.js';
import { PlanSearchStore } from './plan-search.store.js';
import type { searchHitSchema, searchResultSchema } from './search.schemas.js';
import { type Found, type FoundRow, type Kind, KINDS, type Slice } from './search.types.js';
import { SheetSearchStore } from './sheet-search.store.js';

type Result = z.infer<typeof searchResultSchema>;
type Hit = z.infer<typeof searchHitSchema>;

const PAGE_SIZE = 20;
/** Shown of each kind, while none is chosen. */
const FIRST = 5;
const NOTHING: Found = { total: 0, rows: [] };

/** Each word is looked for everywhere: more than these narrow nothing that people look for, and would cost without end. */
const MOST_WORDS = 8;

/** Finds words in the plan, in the sheets a person may read, in reports and among people. */
@Injectable()
export class SearchService {
  constructor(
    private readonly plans: PlanStore,
    private readonly inPlan: PlanSearchStore,
    private readonly inSheets: SheetSearchStore,
    private readonly amongPeople: PeopleSearchStore,
  ) {}

  /** What stands where a person may look; what they may not see is neither found nor counted. */
  async search(scope: Scope, query: string, kind: Kind | null, page: number): Promise<Result> {
    const all = wordsOf(query);
    const words = all.slice(0, MOST_WORDS);
    // Reports and the names of the staff stay in the house.
    const kinds = KINDS.filter((one) => one === 'plan' || one === 'sheets' || !isOutsider(scope.posts));
    const plan = words.length === 0 ? undefined : await this.plans.current();
    const groups = await Promise.all(
      kinds.map(async (one) => {
        const slice = sliceFor(one, kind, page);
        const asked = { words, key: planKeyOf(query) };
        const { total, rows } = plan ? await this.find(one, scope, asked, plan.id, slice) : NOTHING;
        return { kind: one, total, rows: rows.map((row) => hitOf(row, words, scope)) };
      }),
    );
    return {
      total: groups.reduce((sum, group) => sum + group.total, 0),
      kind,
      page,
      pageSize: kind === null ? FIRST : PAGE_SIZE,
      leftOut: all.slice(MOST_WORDS),
      groups,
    };
  }

  private find(
    kind: Kind,
    scope: Scope,
    { words, key }: Asked,
    planId: string,
    slice: Slice,
  ): Promise<Found> {
    switch (kind) {
      case 'plan':
        return this.inPlanOf(scope, { words, key }, planId, slice);
      case 'sheets':
        return this.inSheets.sheets(scope, words, planId, slice);
      case 'reports':
        return this.inSheets.reports(words, planId, slice);
      case 'people':
        return this.amongPeople.find(words, scope.date, slice);
    }
  }

  /** What is named by its number is that entry; where the plan has no such number, the query is words like any other. */
  private async inPlanOf(scope: Scope, { words, key }: Asked, id: string, slice: Slice): Promise<Found> {
    const plan = { id, fiscalYear: fiscalYearOf(scope.date) };
    const named = key === null ? NOTHING : await this.inPlan.named(key, plan, slice);
    return named.total > 0 ? named : this.inPlan.find(words, plan, slice);
  }
}

interface Asked {
  readonly words: readonly string[];
  /** Of the plan's entry that the query names by its number. */
  readonly key: string | null;
}

/** Of the chosen kind a page, of the others none but their count; while none is chosen the first few of each. */
function sliceFor(one: Kind, chosen: Kind | null, page: number): Slice {
  if (chosen === null) return { limit: FIRST, offset: 0 };
  return one === chosen ? { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE } : { limit: 0, offset: 0 };
}

function hitOf(row: FoundRow, words: readonly string[], scope: Scope): Hit {
  const { type, key, sectionKey, subjectKind, marker, place, fiscalYear, stage, state, departmentName } = row;
  const text = row.text ?? '';
  return {
    type: type as Hit['type'],
    key,
    sectionKey: sectionKey ?? null,
    subjectKind: (subjectKind ?? null) as Hit['subjectKind'],
    marker,
    title: [...marked(row.title, words)],
    place,
    excerpt: type === 'person' ? [...marked(text, words)] : excerptOf(text, words),
    fiscalYear: fiscalYear ?? null,
    stage: (stage ?? null) as Hit['stage'],
    state: (state ?? null) as Hit['state'],
    departmentName: departmentName ?? null,
    departmentCode: maySeeWorkOf(row, scope) ? row.departmentCode : null,
  };
}

/** Progress is for managers, each of what lies below them, and for offices that read all. */
function maySeeWorkOf({ departmentId }: FoundRow, { reads, posts }: Scope): boolean {
  if (!departmentId) return false;
  return reads === null || (manages(posts) && reads.includes(departmentId));
}

function excerptOf(text: string, words: readonly string[]): Hit['excerpt'] {
  const found = excerpt(text, words);
  return found && [...found];
}
