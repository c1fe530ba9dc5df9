import type { ReactElement } from 'react';
import type { Concern } from '../api';
import { useWords } from '../words';
import { ConcernText } from './concern-text';
import { Doubts } from './field-parts';

/** Codes of concerns that are about the value itself. */
const OF_THE_VALUE = /^(value_|running_total_fell$)/;

interface ValueDoubtsProps {
  readonly id: string;
  readonly concerns: readonly Concern[];
}

/** Whether there is anything to say about the value. */
export const isDoubtful = (concerns: readonly Concern[]): boolean =>
  concerns.some(({ code }) => OF_THE_VALUE.test(code));

/** 気になる点 of the value, beside it: whoever means it may go on. */
export function ValueDoubts({ id, concerns }: ValueDoubtsProps): ReactElement | null {
  const say = useWords('sheet-page');
  if (!isDoubtful(concerns)) return null;
  return (
    <Doubts id={id}>
      <b>{say('doubt.title')}</b>
      {concerns
        .filter(({ code }) => OF_THE_VALUE.test(code))
        .map((doubt) => (
          <span className="block" key={doubt.code}>
            <ConcernText concern={doubt} />
          </span>
        ))}
    </Doubts>
  );
}
