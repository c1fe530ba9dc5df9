import type { ReactElement, ReactNode } from 'react';
import type { FieldType } from '../api';
import { Grade, useFormats } from '../parts';
import { hasWords, useWords } from '../words';
import { FUNDING_KINDS, GRADES, isAnswered } from './answers';
import type {
  ActivityActual,
  ActivityIndicator,
  Funding,
  IndicatorAnswer,
  Promised,
  Rating,
} from './answers';
import './answers.css';

interface AnswerViewProps {
  readonly field: string;
  readonly type: FieldType;
  /** A value in the form of the answers; null and undefined say that nothing was written. */
  readonly value: unknown;
  /** 24 px grades and grey: last year's. */
  readonly last?: boolean;
  /** Behind the value of an indicator. */
  readonly unit?: string | undefined;
  /** Marks the words of a choice as new or as gone. */
  readonly mark?: 'ins' | 'del';
}

/** An answer as plain reading: last year's side, read-only sheets, history, approvals and paper all use it. */
export function AnswerView({ field, type, value, last, unit, mark }: AnswerViewProps): ReactElement {
  const say = useWords('sheet');
  if (!isAnswered(value)) return <p className="nothing">{say('value.empty')}</p>;
  switch (type) {
    case 'text':
      return <p className="written">{String(value)}</p>;
    case 'choice':
      return <Choice field={field} code={String(value)} last={last === true} mark={mark ?? 'span'} />;
    case 'money':
      return <Amount value={String(value)} unit={say('unit.money')} money />;
    case 'decimal':
      return <Amount value={String(value)} unit={say('unit.years')} />;
    case 'funding':
      return <FundingLines funding={value as Funding} />;
    case 'sdgs':
      return <Goals goals={value as number[]} />;
    case 'activityIndicators':
      return <Activities rows={value as ActivityIndicator[]} />;
    case 'activityActuals':
      return <Actuals rows={value as ActivityActual[]} />;
    case 'commitments':
      return <Promises rows={value as Promised[]} />;
    case 'ratings':
      return <Ratings rows={value as Rating[]} />;
    case 'indicatorActual':
      return <IndicatorValue actual={value as IndicatorAnswer} unit={unit ?? ''} />;
    default:
      return <p className="written">{JSON.stringify(value)}</p>;
  }
}

interface ChoiceProps {
  readonly field: string;
  readonly code: string;
  readonly last: boolean;
  readonly mark: 'ins' | 'del' | 'span';
}

/** Only the words are marked: a letter struck through in its box would be another sign. */
function Choice({ field, code, last, mark: Mark }: ChoiceProps): ReactElement {
  const say = useWords('sheet');
  const key = `choice.${field}.${code}`;
  const words = hasWords('sheet', key) ? say(key) : code;
  const grade = GRADES.find((one) => one === code);
  const marked = <Mark>{words}</Mark>;
  if (!grade) return <p>{marked}</p>;
  return (
    <p className="grade-line">
      <Grade grade={grade} last={last} />
      {marked}
    </p>
  );
}

function Amount({ value, unit, money }: { value: string; unit: string; money?: boolean }): ReactElement {
  const formats = useFormats();
  return (
    <p className="amount">
      {money ? formats.money(value) : formats.number(value)}
      <small>{unit}</small>
    </p>
  );
}

function FundingLines({ funding }: { readonly funding: Funding }): ReactElement {
  const say = useWords('sheet');
  const { money } = useFormats();
  return (
    <Lines
      rows={FUNDING_KINDS.map(
        (kind) =>
          [say(`funding.${kind}`), `${money(funding[kind])}${say('unit.gap')}${say('unit.money')}`] as const,
      )}
    />
  );
}

function Lines({ rows }: { readonly rows: readonly (readonly [ReactNode, ReactNode])[] }): ReactElement {
  return (
    <dl className="lines">
      {rows.map(([term, text], at) => (
        <div key={at}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Goals({ goals }: { readonly goals: readonly number[] }): ReactElement {
  const say = useWords('sheet');
  return (
    <ul className="goals">
      {goals.map((goal) => (
        <li key={goal}>
          <b>{goal}</b> {say(`sdg.${goal}`)}
        </li>
      ))}
    </ul>
  );
}

function Activities({ rows }: { readonly rows: readonly ActivityIndicator[] }): ReactElement {
  const { number } = useFormats();
  return <Lines rows={rows.map(({ name, target, unit }) => [name, `${number(target)}${unit}`] as const)} />;
}

function Actuals({ rows }: { readonly rows: readonly ActivityActual[] }): ReactElement {
  const say = useWords('sheet');
  const { number } = useFormats();
  return (
    <Lines
      rows={rows.map(
        ({ name, value }) => [name, value === null ? say('value.none') : number(value)] as const,
      )}
    />
  );
}

function Promises({ rows }: { readonly rows: readonly Promised[] }): ReactElement {
  const { plainFullDay } = useFormats();
  return (
    <ol className="promises">
      {rows.map(({ what, who, dueOn }, at) => (
        <li key={at}>
          {what}
          <span className="sub">
            {who}・{plainFullDay(dueOn)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Ratings({ rows }: { readonly rows: readonly Rating[] }): ReactElement {
  const say = useWords('sheet');
  return (
    <Lines
      rows={rows.map(
        ({ aspect, rating, reason }) =>
          [
            say(`aspect.${aspect}`),
            `${rating} ${say(`choice.ratings.${rating}`)}${reason && `　${reason}`}`,
          ] as const,
      )}
    />
  );
}

function IndicatorValue({
  actual,
  unit,
}: {
  readonly actual: IndicatorAnswer;
  readonly unit: string;
}): ReactElement {
  const say = useWords('sheet');
  const { number } = useFormats();
  if (actual.reason !== null && actual.value === null && actual.milestone === null) {
    return <p>{say(`choice.reason.${actual.reason}`)}</p>;
  }
  return (
    <p className="amount">
      {actual.milestone === null ? number(actual.value ?? '') : say(`milestone.${actual.milestone}`)}
      {actual.milestone === null && unit !== '' && <small>{unit}</small>}
      {actual.preliminary && <small>{say('value.preliminary')}</small>}
    </p>
  );
}
