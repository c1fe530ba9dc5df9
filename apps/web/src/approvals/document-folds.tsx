import type { ReactElement, ReactNode } from 'react';
import type { ApprovalView } from '../api';
import { IndicatorChart, JudgementBadge, JudgementBasis } from '../charts';
import { Icon, useFormats, WorkBadge } from '../parts';
import type { IconName } from '../parts';
import { AnswerView } from '../sheet/answer-view';
import { useFieldNames } from '../sheet/field-names';
import { useWords } from '../words';

export interface PartProps {
  readonly document: ApprovalView;
}

interface FoldProps {
  readonly title: string;
  readonly count: string;
  readonly names: string;
  /** What the document is about starts open. */
  readonly open?: boolean;
  /** A tick stands for what needs no reading; other states say so themselves. */
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** What needs no reading stays closed, with its names in view. */
function Fold({ title, count, names, open, icon = 'tick-ring', children }: FoldProps): ReactElement {
  return (
    <details className={icon === 'tick-ring' ? 'fold done' : 'fold'} open={open}>
      <summary className="same">
        <Icon name={icon} />
        <span>
          {title} <b>{count}</b>
          <span className="sub">{names}</span>
        </span>
        <Icon name="open" />
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

export function Same({ document: { same } }: PartProps): ReactElement | null {
  const say = useWords('approvals');
  const words = useWords('sheet');
  const names = useFieldNames();
  if (same.length === 0) return null;
  return (
    <Fold
      title={say('doc.same')}
      count={say('doc.fields', { count: same.length })}
      names={names(same.map(({ field }) => field))}
    >
      <dl className="same-values">
        {same.map(({ field, type, value }) => (
          <div key={field}>
            <dt>{words(`field.${field}`)}</dt>
            <dd>
              <AnswerView field={field} type={type} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

export function Answered({ document: { commitments, commitmentAnswers } }: PartProps): ReactElement | null {
  const say = useWords('approvals');
  const words = useWords('sheet');
  const { plainFullDay } = useFormats();
  if (commitments.length === 0) return null;
  const answerOf = (id: string) => commitmentAnswers?.[id];
  return (
    <Fold
      title={say('doc.answers')}
      count={say('doc.items', { count: commitments.length })}
      names={commitments
        .map(({ id, what }) =>
          say('doc.answer', { what, answer: words(`answers.${answerOf(id)?.answer ?? 'open'}`) }),
        )
        .join(' ')}
    >
      <dl className="same-values">
        {commitments.map(({ id, what, who, decidedOn }) => (
          <div key={id}>
            <dt>
              {what}（{who}）
              {decidedOn !== null && (
                <span className="sub">　{say('doc.decided', { date: plainFullDay(decidedOn) })}</span>
              )}
            </dt>
            <dd>
              <b>{words(`answers.${answerOf(id)?.answer ?? 'open'}`)}</b>　{answerOf(id)?.text}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

export function Indicators({
  document: { indicators, fiscalYear, subject },
}: PartProps): ReactElement | null {
  const { list } = useFormats();
  const say = useWords('approvals');
  if (indicators.length === 0) return null;
  return (
    <Fold
      title={say('doc.indicators')}
      count={say('doc.items', { count: indicators.length })}
      open={subject.kind === 'indicator'}
      names={list(indicators.map(({ name }) => name))}
    >
      <div className="fold-indicators">
        {indicators.map((indicator) => (
          <div key={indicator.key}>
            <h3>{indicator.name}</h3>
            <p className="line">
              <JudgementBadge indicator={indicator} fiscalYear={fiscalYear} />
            </p>
            <IndicatorChart indicator={indicator} fiscalYear={fiscalYear} />
            <JudgementBasis indicator={indicator} fiscalYear={fiscalYear} />
          </div>
        ))}
      </div>
    </Fold>
  );
}

export function Supporting({ document: { supporting } }: PartProps): ReactElement | null {
  const { list } = useFormats();
  const say = useWords('approvals');
  const words = useWords('sheet-page');
  if (supporting.length === 0) return null;
  const handedIn = supporting.filter(({ state }) => state !== 'none' && state !== 'drafting').length;
  return (
    <Fold
      title={say('doc.supporting')}
      icon={handedIn === supporting.length ? 'tick-ring' : 'hourglass'}
      count={say('doc.handed_in', { done: handedIn, all: supporting.length })}
      names={list(supporting.map(({ departmentName }) => departmentName))}
    >
      <dl className="same-values">
        {supporting.map(({ departmentName, state, summary }) => (
          <div key={departmentName}>
            <dt>
              {departmentName} <WorkBadge state={state} />
            </dt>
            <dd className="written">{summary ?? words('supporting.none')}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
