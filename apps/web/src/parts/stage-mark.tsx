import type { ReactElement } from 'react';
import type { Stage } from '../api';
import { useWords } from '../words';

const LETTERS: Readonly<Record<Stage, string>> = { plan: 'P', do: 'D', check: 'C', act: 'A', review: 'S' };

/** The letter of a stage: P 計画, D 実施, C 点検, A 改善, S 施策評価. */
export function stageLetter(stage: Stage): string {
  return LETTERS[stage];
}

interface StageMarkProps {
  readonly stage: Stage;
  /** Filled: my turn. Ring: somebody else's. */
  readonly mine?: boolean;
}

/** Letter in a ring and the word of the stage. */
export function StageMark({ stage, mine }: StageMarkProps): ReactElement {
  const say = useWords('parts');
  return (
    <span className={mine ? 'stage now' : 'stage'}>
      <i aria-hidden="true">{LETTERS[stage]}</i>
      {say(`stage.${stage}`)}
    </span>
  );
}
