import type { ReactElement } from 'react';
import type { SectionReport } from '../api';
import { Icon } from '../parts';
import type { IconName } from '../parts';
import { itemName } from './blocks-costs';
import type { PaperBlock } from './paper';
import { textParts } from './report-writing';
import type { Writing } from './report-writing';

type Answered = SectionReport['commitmentAnswers'][number];

const ICONS: Readonly<Record<NonNullable<Answered['answer']>, IconName>> = {
  done: 'tick-ring',
  changed: 'pen',
  dropped: 'line',
};

/** What was promised last year and what became of it. */
export function answerBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const { say } = writing;
  const head = (
    <tr>
      <th scope="col">{say('answers.what')}</th>
      <th scope="col">{say('answers.who')}</th>
      <th scope="col">{say('answers.answer')}</th>
      <th scope="col">{say('answers.text')}</th>
    </tr>
  );
  const rows = report.commitmentAnswers.map((one, at) => (
    <tbody key={`${one.key}-${at}`}>
      <AnswerRow one={one} writing={writing} />
    </tbody>
  ));
  return [
    {
      key: 'answers',
      caption: say('answers.caption'),
      className: 'prom',
      columns: [28, 22, 15, 35],
      head,
      rows,
    },
  ];
}

function AnswerRow({ one, writing }: { readonly one: Answered; readonly writing: Writing }): ReactElement {
  const { say, plainFullDay } = writing;
  return (
    <tr>
      <td data-label={say('answers.what')}>
        {one.what}
        {one.decidedOn !== null && (
          <span className="from">{say('decision.origin', { date: plainFullDay(one.decidedOn) })}</span>
        )}
      </td>
      <td data-label={say('answers.who')}>
        {one.who}
        <br />
        {plainFullDay(one.dueOn)}
      </td>
      <td className="a" data-label={say('answers.answer')}>
        <Icon name={one.answer === null ? 'clock' : ICONS[one.answer]} small />
        {say(`answer.${one.answer ?? 'open'}`)}
        {one.overdue !== null && <b className="overdue">{say(`answer.overdue.${one.overdue}`)}</b>}
      </td>
      <td data-label={say('answers.text')}>{one.text ?? say('none')}</td>
    </tr>
  );
}

/** Issues, one paragraph for each item, and what is promised for this year. */
export function issueBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const { say } = writing;
  const issues = report.items
    .filter((item) => item.issues !== null && item.issues !== '')
    .flatMap((item, at) =>
      textParts(item.issues ?? '').map((text, part) => ({
        key: `issue-${item.key}-${part}`,
        content: (
          <p className="t">
            {part === 0 && (
              <b>
                {at === 0
                  ? say('issues.issue_of', { marker: itemName(item, report) })
                  : itemName(item, report)}
              </b>
            )}
            {part === 0 && say('gap')}
            {text}
          </p>
        ),
      })),
    );
  // What management decided stands in its own box.
  const promised = report.commitments.filter(({ decidedOn }) => decidedOn === null);
  const table = promiseTable('commitments', say('issues.caption'), promised, writing);
  const none: PaperBlock = { key: 'commitments', content: <p className="t sm">{say('issues.none')}</p> };
  return [...issues, promised.length > 0 ? table : none];
}

/** What management's decision asks of the departments, below its box. */
export function decidedBlocks({ decision }: SectionReport, writing: Writing): readonly PaperBlock[] {
  if (decision === null || decision.commitments.length === 0) return [];
  return [promiseTable('decided', writing.say('decision.commitments'), decision.commitments, writing)];
}

type Promised = Pick<SectionReport['commitments'][number], 'what' | 'who' | 'dueOn'>;

function promiseTable(
  key: string,
  caption: string,
  promises: readonly Promised[],
  { say, plainFullDay }: Writing,
): PaperBlock {
  const head = (
    <tr>
      <th scope="col">{key === 'decided' ? caption : say('issues.what')}</th>
      <th scope="col">{say('issues.who')}</th>
      <th scope="col">{say('issues.due')}</th>
    </tr>
  );
  const rows = promises.map(({ what, who, dueOn }, at) => (
    <tbody key={at}>
      <tr>
        <td data-label={key === 'decided' ? caption : say('issues.what')}>{what}</td>
        <td data-label={say('issues.who')}>{who}</td>
        <td data-label={say('issues.due')}>{plainFullDay(dueOn)}</td>
      </tr>
    </tbody>
  ));
  return { key, caption, className: 'act', columns: [58, 22, 20], head, rows };
}
