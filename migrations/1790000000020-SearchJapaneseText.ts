import type { MigrationInterface, QueryRunner } from 'typeorm';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Blanks, brackets and marks: what stands between and within words without changing what is meant. */
const LEFT_OUT = ' \t\n\r\v\f\u00ad\u200b\u2028\u2029\ufeff・、。,「」『』()\\[\\]{}【】〈〉《》〔〕"\'“”‘’`';
/** Strokes that people and printers take for each other. */
const DASHES = '‐‑‒–—―−';
const [KANA_FIRST, KANA_LAST, KANA_STEP] = [0x30a1, 0x30f6, 0x60];

/** Answers that are codes and numbers, not words of a person. */
const CODES = [
  'budget',
  'funding',
  'plannedPersonYears',
  'participation',
  'sdgGoals',
  'progress',
  'settledCost',
  'settledPersonYears',
  'participationActual',
  'grade',
  'direction',
  'indicatorActual',
  'sectionGrade',
];

/** Indexed expressions by the name of their index. */
const INDEXES = {
  section_words: `plan.section using gin (search.tokens(plan.printed_number(level, number) || title))`,
  section_background_words: 'plan.section using gin (search.tokens(background))',
  basic_policy_words: 'plan.basic_policy using gin (search.tokens(text))',
  program_words: 'plan.program using gin (search.tokens(title))',
  program_item_words: `plan.program_item using gin (search.tokens(key || E'\\x1f' || text))`,
  indicator_words: 'plan.indicator using gin (search.tokens(name))',
  indicator_note_words: 'plan.indicator using gin (search.tokens(note))',
  department_words: 'directory.department using gin (search.tokens(name))',
  person_words: `directory.person using gin (search.tokens(name || E'\\x1f' || kana))`,
  post_words: 'directory.post using gin (search.tokens(title))',
  management_decision_words: 'report.management_decision using gin (search.tokens(text))',
  // Most stages are empty when they are handed out; only what is written costs anything.
  task_stage_words: `review.task_stage using gin (search.tokens(search.words_of(answers))) where answers <> '{}'`,
} as const;

/** Japanese text is found by its letters and pairs of letters; what a session needs to be ended from afar. */
export class SearchJapaneseText1790000000020 implements MigrationInterface {
  name = 'SearchJapaneseText1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema search');
    // Width and case do not tell words apart, nor do blanks and brackets within them. Cheap: it is asked of whole sheets.
    await runner.query(`
      create function search.plain(words text) returns text language sql immutable strict parallel safe as $$
        select regexp_replace(lower(normalize(words, NFKC)), ${quoted(`[${LEFT_OUT}]+`)}, '', 'g')
      $$`);
    // The number of a letter; katakana have that of their hiragana, all strokes and waves that of one.
    await runner.query(`
      create function search.letter(code int) returns int language sql immutable parallel safe as $$
        select case when code between ${KANA_FIRST} and ${KANA_LAST} or code in (12541, 12542) then code - ${KANA_STEP}
                    when code between 8208 and 8213 or code = 8722 then 45 when code = 12316 then 126 else code end
      $$`);
    // Costly, so that an index is asked and not every row. Letters and pairs of letters are numbers: compared without any collation, and never two for one.
    await runner.query(`
      create function search.letters_and_pairs(letters bigint[]) returns bigint[]
        language sql immutable strict parallel safe cost 1000 as $$
        select coalesce(array_agg(distinct t), '{}') from (
          select a as t from unnest(letters) a
          union all
          select a << 21 | b from unnest(letters, letters[2:]) as pair(a, b) where b is not null) x
      $$`);
    await runner.query(`
      create function search.letters(words text) returns bigint[]
        language sql immutable strict parallel safe cost 1000 as $$
        select coalesce(array_agg(search.letter(ascii(c))::bigint order by at), '{}')
          from string_to_table(search.plain(words), null) with ordinality as x(c, at)
      $$`);
    await runner.query(`
      create function search.tokens(words text) returns bigint[] language sql immutable strict parallel safe as $$
        select search.letters_and_pairs(search.letters(words))
      $$`);
    // What a text must hold to hold all these words: their pairs, of a word of one letter the letter.
    await runner.query(`
      create function search.asked(words text[]) returns bigint[] language sql immutable strict parallel safe as $$
        select coalesce(array_agg(distinct t), '{}')
          from unnest(words) w cross join lateral (select search.letters(w) as l) x
         cross join lateral (
           select l[1] as t where cardinality(l) = 1
           union all select a << 21 | b from unnest(l, l[2:]) as pair(a, b) where b is not null) y
      $$`);
    // Up to two letters the tokens are the proof. What has the pairs of a longer word is looked through for it.
    await runner.query(`
      create function search.patterns(words text[], longer_than int) returns text[]
        language sql immutable strict parallel safe as $$
        select coalesce(array_agg(p), '{}')
          from unnest(words) w cross join lateral (
            select string_agg(case when code between ${KANA_FIRST - KANA_STEP} and ${KANA_LAST - KANA_STEP} or code in (12445, 12446)
                                     then '[' || chr(code::int) || chr(code::int + ${KANA_STEP}) || ']'
                                   when code = 45 then '[-${DASHES}]' when code = 126 then '[~〜]'
                                   when code < 128 and chr(code::int) !~ '[a-z0-9]' then '\\' || chr(code::int)
                                   else chr(code::int) end, '' order by at) as p
              from unnest(search.letters(w)) with ordinality as x(code, at)
            having count(*) > longer_than) y
      $$`);
    await runner.query(`
      create function search.words_of(answers jsonb) returns text language sql immutable strict parallel safe as $$
        select coalesce(string_agg(words #>> '{}', E'\\x1f'), '')
          from (select answers - '{${CODES.join(',')}}'::text[] as written) w cross join lateral (
          select jsonb_path_query(written, 'lax $.* ? (@.type() == "string")')
          union all select jsonb_path_query(written, 'lax $.*.name ? (@.type() == "string")')
          union all select jsonb_path_query(written, 'lax $.*.reason ? (@.type() == "string")')
          union all select jsonb_path_query(written, 'lax $.*.what ? (@.type() == "string")')
          union all select jsonb_path_query(written, 'lax $.*.who ? (@.type() == "string")')
          union all select jsonb_path_query(written, 'lax $.*.*.what ? (@.type() == "string")')
          union all select jsonb_path_query(written, 'lax $.*.*.text ? (@.type() == "string")')
        ) as x(words)
      $$`);
    for (const [name, what] of Object.entries(INDEXES)) await runner.query(`create index ${name} on ${what}`);
    // What an expression holds is known only once it is looked at: until then plans go past its index.
    await runner.query(
      'analyze plan.section, plan.basic_policy, plan.program, plan.program_item, plan.indicator',
    );
    await runner.query(
      'analyze directory.department, directory.person, directory.post, review.task_stage, report.management_decision',
    );

    await runner.query(`
      alter table directory.session add column id uuid not null default gen_random_uuid(),
        add column used_at timestamptz not null default now()`);
    await runner.query('create unique index session_id on directory.session (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.session drop column used_at, drop column id');
    // Their indexes go with the functions.
    await runner.query('drop schema search cascade');
  }
}
