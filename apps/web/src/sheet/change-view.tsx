import type { ReactElement } from 'react';
import type { FieldChange } from '../api';
import { DiffText } from '../parts/diff-text';
import { useWords } from '../words';
import { AnswerView } from './answer-view';
import { isAnswered } from './answers';
import type { ChangeEntry } from './change-entries';
import { ChangeFigure } from './change-figure';
import type { ChangeSideProps } from './change-figure';
import './change.css';

interface ChangeViewProps {
  readonly entry: ChangeEntry;
  /** 前年度（令和2年度） and 今年度（令和3年度）, or before and after. */
  readonly before: string;
  readonly after: string;
  /** Nothing stood there before to compare with: everything is new, and marking it would say nothing. */
  readonly first?: boolean;
  /** Level of the heading over it. */
  readonly level?: 3 | 4;
}

/** One change: the old side left and grey, the new side right, the difference as a sentence above. */
export function ChangeView({
  entry,
  before,
  after,
  first = false,
  level = 3,
}: ChangeViewProps): ReactElement {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <section className="diff">
      <Heading>{entry.title}</Heading>
      {entry.delta !== '' && <p className="delta">{entry.delta}</p>}
      <div className={`pair ${entry.kind}${first ? ' alone' : ''}`}>
        {!first && (
          <div className="was">
            <p className="cap">{before}</p>
            <Side entry={entry} side="before" first={first} />
          </div>
        )}
        <div className="now">
          <p className="cap">{after}</p>
          <Side entry={entry} side="after" first={first} />
        </div>
      </div>
    </section>
  );
}

function Side({ entry, side, first }: ChangeSideProps): ReactElement {
  const { change, kind, reason } = entry;
  const value = change[side];
  if (kind === 'text') return <Words change={change} side={side} first={first} />;
  if (kind === 'figure') return <ChangeFigure entry={entry} side={side} first={first} />;
  return (
    <>
      <AnswerView
        field={change.field}
        type={change.type}
        value={value}
        last={side === 'before'}
        {...(!first && { mark: side === 'before' ? 'del' : 'ins' })}
      />
      {/* That nothing was written is said once for both. */}
      {reason && (isAnswered(value) || isAnswered(reason[side])) && (
        <Words change={reason} side={side} first={first} />
      )}
    </>
  );
}

interface WordsProps extends Pick<ChangeSideProps, 'side' | 'first'> {
  readonly change: FieldChange;
}

function Words({ change, side, first }: WordsProps): ReactElement {
  const say = useWords('sheet');
  const value = change[side];
  if (!isAnswered(value)) return <p className="nothing">{say('value.empty')}</p>;
  if (first) return <p className="written">{String(value)}</p>;
  return (
    <p className="written">
      <DiffText before={asText(change.before)} after={asText(change.after)} side={side} />
    </p>
  );
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
