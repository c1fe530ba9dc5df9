import type { ReactElement } from 'react';
import type { AnswerKey } from '../../api';
import { useWords } from '../../words';
import { useDesk } from '../desk';
import { NumberInput } from '../number-input';
import { doubtsAboutAmount, ValueDoubts } from '../value-doubts';
import type { EditorProps } from './text-editor';

/** One amount with its unit, for a field that stands alone. */
export function AmountEditor({ field, label, begins }: EditorProps): ReactElement {
  const say = useWords('sheet');
  const { answers, lastYear, draft, edit, errorOf } = useDesk();
  const key = field.key as AnswerKey;
  const stored = answers[key] ?? (begins ? lastYear?.[key] : undefined);
  const money = field.type === 'money';
  const doubts = doubtsAboutAmount(draft.concerns, key);
  return (
    <>
      <p className="amount-editor">
        <NumberInput
          field={key}
          label={label}
          value={typeof stored === 'string' ? stored : undefined}
          money={money}
          neverNegative
          {...(money && { unit: say('unit.money') })}
          invalid={errorOf(key) !== null}
          {...(doubts.length > 0 && { describedBy: `d-${key}` })}
          onChange={(value) => edit({ [key]: value })}
        />
        <span>{say(money ? 'unit.money' : 'unit.years')}</span>
      </p>
      <ValueDoubts id={`d-${key}`} doubts={doubts} />
    </>
  );
}
