import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import { asCode, asFiscalYear, asText, choiceWords, countRows, RowProblems, tableSpec } from '#files';
import type { ExchangeTable, ImportContext, ImportCounts, TableRow, WritableRow } from '#files';
import { CommitmentAnswerStore } from './commitment-answer.store.js';
import type { AnsweringStage, AnswerToWrite, PromiseRow, StoredAnswer } from './commitment-answer.store.js';

export const ANSWERS = choiceWords({
  done: ['実行', '実行した'],
  changed: ['変更', '変更した'],
  dropped: ['中止', '中止した'],
});
const STAGES = choiceWords({
  plan: ['計画', 'Plan'],
  do: ['実施', 'Do'],
  check: ['点検', 'Check'],
});

const SPEC = tableSpec({
  columns: [
    { key: 'fiscalYear', heading: '年度', required: true, parse: asFiscalYear },
    { key: 'item', heading: '体系番号', required: true, parse: asCode },
    { key: 'madeIn', heading: '改善策の年度', required: true, parse: asFiscalYear },
    { key: 'what', heading: '改善策', required: true, parse: asText(1000) },
    { key: 'answer', heading: '回答', required: true, parse: ANSWERS.parse },
    { key: 'text', heading: '内容', required: true, parse: asText(2000) },
    { key: 'stage', heading: '段階', required: true, parse: STAGES.parse },
    { key: 'newWhat', heading: '変更後の改善策', parse: asText(1000) },
    { key: 'newDueOn', heading: '変更後の期限', kind: 'date' },
  ],
});
type Row = TableRow<typeof SPEC>;
type Values = Row['values'];

interface GivenAnswer {
  readonly row: Row;
  readonly stage: AnsweringStage;
  readonly answer: AnswerToWrite;
}

/** 改善策への回答: what later sheets said about promises; 年度 and 段階 are those of the sheet that answers. */
@Injectable()
export class CommitmentAnswerTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'commitment-answers';
  readonly heading = 'exchange.commitment-answers';
  readonly spec = SPEC;
  readonly key = ['fiscalYear', 'item', 'madeIn', 'what', 'stage'] as const;

  constructor(private readonly store: CommitmentAnswerStore) {}

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const answers = await this.store.answers(sql);
    return answers.map(({ commitmentId: _commitment, taskStageId: _stage, ...row }) => ({
      ...row,
      answer: ANSWERS.wordOf(row.answer),
      stage: STAGES.wordOf(row.stage),
    }));
  }

  async write(sql: Sql, rows: readonly Row[], context: ImportContext): Promise<ImportCounts> {
    const problems = new RowProblems(SPEC);
    const given = await this.place(sql, rows, problems);
    const stored = new Map((await this.store.answers(sql)).map((one) => [identity(one), one]));
    const written = given.filter(({ answer }) => !isStored(answer, stored.get(identity(answer))));
    for (const { row, stage } of written) checkStage(row, stage, problems);
    problems.throwIfAny();
    const added = written.filter(({ answer }) => !stored.has(identity(answer))).length;
    await this.store.write(
      sql,
      written.map(({ answer }) => answer),
      context,
    );
    return countRows(rows.length, added, written.length - added);
  }

  /** The promise and the sheet each row names. */
  private async place(
    sql: Sql,
    rows: readonly Row[],
    problems: RowProblems<typeof SPEC>,
  ): Promise<GivenAnswer[]> {
    const years = [...new Set(rows.map(({ values }) => values.fiscalYear))];
    const stages = new Map((await this.store.stages(sql, years)).map((one) => [stageKey(one), one]));
    const promises = new Map<string, PromiseRow>();
    // Of two promises in the same words the first takes the answer.
    for (const one of (await this.store.promises(sql)).toReversed()) promises.set(promiseKey(one), one);
    return rows.flatMap((row) => {
      const promise = promises.get(promiseKey(row.values));
      const stage = stages.get(stageKey(row.values));
      check(row, promise, stage, problems);
      if (!promise || !stage) return [];
      const { answer, text, newWhat, newDueOn } = row.values;
      const given = { commitmentId: promise.id, taskStageId: stage.id, answer, text, newWhat, newDueOn };
      return [{ row, stage, answer: given }];
    });
  }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const promiseKey = ({ item, madeIn, what }: Pick<Values, 'item' | 'madeIn' | 'what'>): string =>
  JSON.stringify([plain(item), madeIn, plain(what)]);
const stageKey = ({ item, fiscalYear, stage }: { item: string; fiscalYear: number; stage: string }): string =>
  JSON.stringify([plain(item), fiscalYear, stage]);
const identity = (one: Pick<AnswerToWrite, 'commitmentId' | 'taskStageId'>): string =>
  `${one.commitmentId} ${one.taskStageId}`;

const isStored = (given: AnswerToWrite, stored: StoredAnswer | undefined): boolean =>
  stored !== undefined &&
  (['answer', 'text', 'newWhat', 'newDueOn'] as const).every(
    (key) => (given[key] ?? '').trim() === (stored[key] ?? '').trim(),
  );

function check(
  row: Row,
  promise: PromiseRow | undefined,
  stage: AnsweringStage | undefined,
  problems: RowProblems<typeof SPEC>,
): void {
  const { item, fiscalYear, madeIn, answer, newWhat, newDueOn } = row.values;
  if (!promise) problems.add(row, 'what', 'review.no_such_commitment', { key: item, fiscalYear: madeIn });
  if (!stage) problems.add(row, 'item', 'review.no_such_sheet_in_year', { key: item, fiscalYear });
  if (!mayAnswer(row.values))
    problems.add(row, 'madeIn', 'review.answered_too_early', { fiscalYear: madeIn });
  if (answer === 'changed') return;
  if (newWhat !== null) problems.add(row, 'newWhat', 'review.only_for_changes');
  if (newDueOn !== null) problems.add(row, 'newDueOn', 'review.only_for_changes');
}

/** Only the sheets of years that are not published yet, and only confirmed ones, take another answer. */
function checkStage(row: Row, stage: AnsweringStage, problems: RowProblems<typeof SPEC>): void {
  if (stage.cycleState === 'published') problems.add(row, 'fiscalYear', 'review.year_published');
  else if (stage.state !== 'approved') problems.add(row, 'stage', 'review.answer_before_approval');
}

/** Do N answers the promises of Act N−1, Check N those up to N−1, Plan N those up to N−2. */
function mayAnswer({ stage, fiscalYear, madeIn }: Values): boolean {
  if (stage === 'do') return madeIn === fiscalYear - 1;
  return madeIn <= fiscalYear - (stage === 'plan' ? 2 : 1);
}
