import type { ReactElement } from 'react';
import type { FieldChange } from '../api';
import { useFormats } from '../parts';
import { useWords } from '../words';
import { isAnswered } from './answers';
import type { IndicatorAnswer } from './answers';
import type { ChangeEntry } from './change-entries';

/** One side of a change. */
export interface ChangeSideProps {
  readonly entry: ChangeEntry;
  readonly side: 'before' | 'after';
  readonly first: boolean;
}

/** What stands large on one side. */
interface Shown {
  readonly text: string;
  /** A number has its unit behind it; a stage reached or the reason why there is no value are words. */
  readonly unit: string | null;
  readonly preliminary: boolean;
}

/** One side of a changed number. The actual of an indicator is one too, and may be a stage or a reason instead. */
export function ChangeFigure({ entry, side, first }: ChangeSideProps): ReactElement {
  const say = useWords('sheet');
  const shownOf = useShown();
  const before = shownOf(entry.change, entry.change.before, entry.unit);
  const after = shownOf(entry.change, entry.change.after, entry.unit);
  const [shown, other] = side === 'before' ? [before, after] : [after, before];
  if (shown === null) return <p className="nothing">{say('value.empty')}</p>;
  const same = shown.text === other?.text;
  const Value = side === 'after' && !first && !same ? 'ins' : 'span';
  // Beside another value it is no change of its own: every year's value may be preliminary.
  const settled = same && shown.preliminary !== other.preliminary;
  const Preliminary = !settled ? 'span' : side === 'after' ? 'ins' : 'del';
  return (
    <p className={shown.unit === null ? 'fig of-words' : 'fig'}>
      <Value>{shown.text}</Value>
      {shown.unit !== null && shown.unit !== '' && <small>{shown.unit}</small>}
      {shown.preliminary && (
        <small>
          <Preliminary>{say('value.preliminary')}</Preliminary>
        </small>
      )}
    </p>
  );
}

function useShown(): (change: FieldChange, value: unknown, unit: string) => Shown | null {
  const say = useWords('sheet');
  const { money, number } = useFormats();
  const actual = ({ value, milestone, reason, preliminary }: IndicatorAnswer, unit: string): Shown => {
    if (milestone !== null) return { text: say(`milestone.${milestone}`), unit: null, preliminary };
    if (value !== null) return { text: number(value), unit, preliminary };
    const text = reason === null ? say('value.none') : say(`choice.reason.${reason}`);
    return { text, unit: null, preliminary };
  };
  return ({ type }, value, unit) => {
    if (!isAnswered(value)) return null;
    if (type === 'indicatorActual') return actual(value as IndicatorAnswer, unit);
    const text = type === 'money' ? money(String(value)) : number(String(value));
    return { text, unit, preliminary: false };
  };
}
