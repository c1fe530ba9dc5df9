import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';
import type { NamedEntry } from './read-entries.rules.js';
import { sameEntries, type StoredEntry } from './same-entry.rules.js';

interface KindOfEntry {
  /** Stored entries of a plan `$1`: id, key, parent's id, text; living before withdrawn, in the order of the plan. */
  readonly stored: string;
  /** Parents of a plan `$1`: id and key. */
  readonly parents: string;
  readonly parentColumn: string;
  /** Headings are the same when they stand at the same place, whatever their title. */
  readonly byPlace: boolean;
}

const SECTIONS = 'select s.id, s.key from plan.section s where s.plan_id = $1';
const PROGRAMS =
  'select p.id, p.key from plan.program p join plan.section s on s.id = p.section_id where s.plan_id = $1';

const KINDS = {
  section: {
    stored: `select s.id, s.key, s.parent_id as "parentId", s.title as text from plan.section s where s.plan_id = $1
      order by s.withdrawn, s.sort`,
    parents: SECTIONS,
    parentColumn: 'parent_id',
    byPlace: true,
  },
  program: {
    stored: `select p.id, p.key, p.section_id as "parentId", p.title as text from plan.program p
      join plan.section s on s.id = p.section_id where s.plan_id = $1 order by p.withdrawn, s.sort, p.sort`,
    parents: SECTIONS,
    parentColumn: 'section_id',
    byPlace: true,
  },
  program_item: {
    stored: `select i.id, i.key, i.program_id as "parentId", i.text from plan.program_item i
      join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id
      where s.plan_id = $1 order by i.withdrawn, s.sort, p.sort, i.sort`,
    parents: PROGRAMS,
    parentColumn: 'program_id',
    byPlace: false,
  },
  indicator: {
    stored: `select n.id, n.key, n.section_id as "parentId", n.name as text from plan.indicator n
      join plan.section s on s.id = n.section_id where s.plan_id = $1 order by n.withdrawn, s.sort, n.sort`,
    parents: SECTIONS,
    parentColumn: 'section_id',
    byPlace: false,
  },
} as const satisfies Record<string, KindOfEntry>;

/** Keeps the identity of entries over imports: their keys follow the place at which the document now prints them. */
@Injectable()
export class IdentityStore {
  /**
   * Gives stored entries the keys and parents they have in the document. Parents must have been written before. An entry
   * that is gone makes room when another takes its key, and keeps its own with a mark.
   */
  async follow(
    sql: Sql,
    planId: string,
    kind: keyof typeof KINDS,
    entries: readonly NamedEntry[],
  ): Promise<void> {
    const { stored: storedSql, parents: parentsSql, parentColumn, byPlace } = KINDS[kind];
    const stored = await rows<StoredEntry>(sql, storedSql, [planId]);
    if (stored.length === 0) return;
    const parents = await rows<{ id: string; key: string }>(sql, parentsSql, [planId]);
    const parentIds = new Map(parents.map(({ id, key }) => [key, id]));
    const read = entries.map(({ key, parentKey, text }) => ({
      key,
      parentId: parentIds.get(parentKey ?? '') ?? null,
      text,
    }));
    const found = sameEntries(stored, read, byPlace);
    const moves = movesOf(
      stored,
      read.flatMap((entry) => {
        const id = found.get(entry.key);
        return id === undefined ? [] : [{ id, key: entry.key, parentId: entry.parentId }];
      }),
      new Set(entries.map(({ key }) => key)),
    );
    if (moves.length === 0) return;
    const list = JSON.stringify(moves);
    // Two entries may change places: first all step aside.
    await rows(
      sql,
      `update plan.${kind} t set key = '~' || t.id from jsonb_to_recordset($1::jsonb) as r(id uuid) where t.id = r.id`,
      [list],
    );
    await rows(
      sql,
      `update plan.${kind} t set key = r.key, ${parentColumn} = coalesce(r."parentId", t.${parentColumn})
         from jsonb_to_recordset($1::jsonb) as r(id uuid, key text, "parentId" uuid) where t.id = r.id`,
      [list],
    );
  }
}

interface Move {
  readonly id: string;
  readonly key: string;
  readonly parentId: string | null;
}

/** What must change: entries that stand elsewhere now, and gone ones whose key is wanted. */
function movesOf(
  stored: readonly StoredEntry[],
  placed: readonly Move[],
  wanted: ReadonlySet<string>,
): Move[] {
  const known = new Map(stored.map((one) => [one.id, one]));
  const here = new Set(placed.map(({ id }) => id));
  const moved = placed.filter(({ id, key, parentId }) => {
    const before = known.get(id);
    return before?.key !== key || (parentId !== null && before.parentId !== parentId);
  });
  const used = new Set([...wanted, ...stored.map(({ key }) => key)]);
  const gone = stored
    .filter(({ id, key }) => !here.has(id) && wanted.has(key))
    .map(({ id, key, parentId }) => {
      const mark = markedKey(key, used);
      used.add(mark);
      return { id, key: mark, parentId };
    });
  return [...gone, ...moved];
}

/** `1-(1)-ア〔旧〕`, `1-(1)-ア〔旧2〕` … */
function markedKey(key: string, used: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const marked = `${key}〔旧${count === 1 ? '' : count}〕`;
    if (!used.has(marked)) return marked;
  }
}
