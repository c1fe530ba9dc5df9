import type { ReactElement } from 'react';
import type { FieldChange } from '../api';
import { useFormats } from '../parts';
import { DiffText } from '../parts/diff-text';
import { useWords } from '../words';
import { AnswerView } from './answer-view';
import { isAnswered } from './answers';
import type { ChangeEntry } from './change-entries';
import './change.css';

interface ChangeViewProps {
  readonly entry: ChangeEntry;
  /** 前年度（令和2年度） and 今年度（令和3年度）, or before and after. */
  readonly before: string;
  readonly after: string;
  /** Level of the heading over it. */
  readonly level?: 3 | 4;
}

/** One change: the old side left and grey, the new side right, the difference as a sentence above. */
export function ChangeView({ entry, before, after, level = 3 }: ChangeViewProps): ReactElement {
  const Heading = level === 3 ? 'h3' : 'h4';
  const { change } = entry;
  const alone = !isAnswered(change.before);
  return (
    <section className="diff">
      <Heading>{entry.title}</Heading>
      {entry.delta !== '' && <p className="delta">{entry.delta}</p>}
      <div className={`pair ${entry.kind} of-${change.type}${alone ? ' alone' : ''}`}>
        {!alone && (
          <div className="was">
            <p className="cap">{before}</p>
            <Side entry={entry} side="before" />
          </div>
        )}
        <div className="now">
          <p className="cap">{after}</p>
          <Side entry={entry} side="after" />
        </div>
      </div>
    </section>
  );
}

interface SideProps {
  readonly entry: ChangeEntry;
  readonly side: 'before' | 'after';
}

function Side({ entry, side }: SideProps): ReactElement {
  const { change, kind, reason } = entry;
  const value = side === 'before' ? change.before : change.after;
  if (kind === 'text') return <Words change={change} side={side} />;
  if (kind === 'figure') return <Figure entry={entry} side={side} />;
  return (
    <>
      <div className={side === 'after' && isAnswered(change.before) ? 'new-block' : undefined}>
        <AnswerView
          field={change.field}
          type={change.type}
          value={value}
          last={side === 'before'}
          unit={entry.unit}
        />
      </div>
      {reason && <Words change={reason} side={side} />}
    </>
  );
}

function Words({
  change,
  side,
}: {
  readonly change: FieldChange;
  readonly side: 'before' | 'after';
}): ReactElement {
  const say = useWords('sheet');
  const value = side === 'before' ? change.before : change.after;
  if (!isAnswered(value)) return <p className="nothing">{say('value.empty')}</p>;
  if (!isAnswered(change.before)) return <p className="written">{String(value)}</p>;
  return (
    <p className="written">
      <DiffText before={asText(change.before)} after={asText(change.after)} side={side} />
    </p>
  );
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

function Figure({ entry, side }: SideProps): ReactElement {
  const say = useWords('sheet');
  const { money, number } = useFormats();
  const { change, unit } = entry;
  const value = side === 'before' ? change.before : change.after;
  if (typeof value !== 'string') return <p className="nothing">{say('value.empty')}</p>;
  const shown = change.type === 'money' ? money(value) : number(value);
  return (
    <p className="fig">
      {side === 'after' && isAnswered(change.before) ? <ins>{shown}</ins> : shown}
      <small>{unit}</small>
    </p>
  );
}
