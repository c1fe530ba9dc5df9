import type { ReactElement } from 'react';
import { useWords } from '../../words';
import { SDG_GOALS } from '../answers';
import { useAnswer } from '../desk';

interface ListEditorProps {
  readonly label: string;
  readonly begins?: boolean;
}

const GOALS = Array.from({ length: SDG_GOALS }, (_, at) => at + 1);

export function SdgsEditor({ label, begins }: ListEditorProps): ReactElement {
  const say = useWords('sheet');
  const { now, before, write } = useAnswer('sdgGoals');
  const chosen = now ?? (begins ? before : undefined) ?? [];
  const toggle = (goal: number, on: boolean) => {
    const goals = on
      ? [...chosen, goal].sort((one, other) => one - other)
      : chosen.filter((one) => one !== goal);
    write(goals.length > 0 ? goals : null);
  };
  return (
    <fieldset className="sdgs" id="f-sdgGoals">
      <legend className="sr">{label}</legend>
      {GOALS.map((goal) => (
        <label className="tick" key={goal}>
          <input
            type="checkbox"
            checked={chosen.includes(goal)}
            onChange={({ target }) => toggle(goal, target.checked)}
          />
          <span>
            <b>{goal}</b> {say(`sdg.${goal}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
