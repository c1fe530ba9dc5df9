import type { ReactElement } from 'react';
import type { Concern } from '../api';
import { useWords } from '../words';
import { ConcernText } from './concern-text';
import { Doubts } from './field-parts';

/** Codes of concerns that are about the value itself. */
const OF_THE_VALUE = /^(value_|running_total_fell$)/;

/** What is doubtful about the value, among all concerns about a sheet. */
export const doubtsAboutValue = (concerns: readonly Concern[]): readonly Concern[] =>
  concerns.filter(({ code }) => OF_THE_VALUE.test(code));

/** What is doubtful about an amount, among all concerns about a sheet. */
export const doubtsAboutAmount = (concerns: readonly Concern[], field: string): readonly Concern[] =>
  concerns.filter(
    ({ code, params }) =>
      (code === 'amount_far' && params['field'] === field) ||
      (code === 'cost_over_budget' && field === 'settledCost'),
  );

interface ValueDoubtsProps {
  readonly id: string;
  readonly doubts: readonly Concern[];
}

/** 気になる点 of the value, beside it: whoever means it may go on. */
export function ValueDoubts({ id, doubts }: ValueDoubtsProps): ReactElement | null {
  const say = useWords('sheet-page');
  if (doubts.length === 0) return null;
  return (
    <Doubts id={id}>
      <b>{say('doubt.title')}</b>
      {doubts.map((doubt) => (
        <span className="doubt-line" key={doubt.code}>
          <ConcernText concern={doubt} />
        </span>
      ))}
    </Doubts>
  );
}
