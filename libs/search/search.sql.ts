/** The words of `$1`, each with what an index and a look at the text need to find it. */
export const WORDS = `word as (
  select at, w, search.asked(array[w]) as tokens, search.patterns(array[w], 2) as patterns
    from unnest($1::text[]) with ordinality as x(w, at))`;

/** SQL: a text holds the word of row `word`; `text` is the expression of an index. */
export const holdsWord = (text: string): string =>
  `search.tokens(${text}) @> word.tokens and (cardinality(word.patterns) = 0 or search.plain(${text}) ~ all (word.patterns))`;

/** SQL: a text holds all words of `$1`; what has their letters in pairs is looked through only for longer words. */
export const holdsAll = (text: string): string =>
  `search.tokens(${text}) @> search.asked($1::text[])
   and (cardinality(search.patterns($1::text[], 2)) = 0 or search.plain(${text}) ~ all (search.patterns($1::text[], 2)))`;

/** Expressions that have an index. */
export const SECTION_WORDS = 'plan.printed_number(s.level, s.number) || s.title';
export const ITEM_WORDS = `i.key || E'\\x1f' || i.text`;
export const PERSON_WORDS = `p.name || E'\\x1f' || p.kana`;
export const SHEET_WORDS = 'search.words_of(ts.answers)';

/**
 * Where a word stands: in the title, in the text, or only in what the entry belongs to. That alone finds nothing, or
 * the name of a section would find all that is in it.
 */
export const LEVEL = { title: 0, text: 1, place: 2 } as const;

/** SQL: of rows `hit` (at, level) those entries in which every word stands; titles with all of them come first. */
export const COVERED = `count(distinct at) = (select count(*) from word) and min(level) < ${LEVEL.place}`;
export const RANK = `(count(distinct at) filter (where level = ${LEVEL.title}) < (select count(*) from word))::int`;

/**
 * SQL: one answer with the count of `entry` and a slice of it; `$2` and `$3` are its size and its start.
 *
 * @param text what an excerpt is made of, asked of the rows of `slice` alone
 */
export const sliceOf = (order: string, text: string): string => `
  select (select count(*)::int from entry) as total,
         coalesce((select jsonb_agg(to_jsonb(slice) || jsonb_build_object('text', ${text})) from (
           select * from entry order by ${order} limit $2 offset $3) slice), '[]') as rows`;
