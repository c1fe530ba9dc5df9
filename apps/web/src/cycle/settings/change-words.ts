import { useFormats } from '../../parts';
import { hasWords, useWords } from '../../words';
import type { DraftChange, Duty } from '../cycle-draft';
import { CYCLE } from '../words';

interface ChangeWords {
  /** 点検の期限, 総合評価の記入 */
  readonly name: (field: string) => string;
  readonly value: (change: DraftChange, side: 'before' | 'after') => string;
}

/** How a field of a cycle and its values are called. */
export function useChangeWords(): ChangeWords {
  const say = useWords(CYCLE);
  const sheet = useWords('sheet');
  const { fullDay, money } = useFormats();
  const label = (key: string): string => (hasWords('sheet', `field.${key}`) ? sheet(`field.${key}`) : key);
  return {
    name: (field) => {
      const [kind = '', key = '', part = '', last = part] = field.split('.');
      if (kind === 'stages') return say(`name.${part}`, { name: say(`stage.${key}`) });
      if (kind === 'phases') return say(`name.${part}`, { name: say(`phase.${key}`) });
      if (kind === 'chain') return say('name.chain', { name: say(`stage.${key}`) });
      if (kind === 'fieldDuties') {
        const stage = say(`stage.${key}`);
        const sheetOf = part === 'indicator' ? say('fields.indicators', { stage }) : stage;
        return say('name.field', { name: label(last), stage: sheetOf });
      }
      return say(`name.${field}`);
    },
    value: (change, side) => {
      const value = change[side];
      if (change.is === 'date') return fullDay(value);
      if (change.is === 'duty') return say(`duty.${value as Duty}`);
      if (change.is === 'amount') return say('name.amount', { value: money(value) });
      const steps = JSON.parse(value) as readonly unknown[];
      return say('name.steps', { number: steps.length });
    },
  };
}
