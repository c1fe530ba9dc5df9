import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { boardQuery } from '../../api/cycles';
import { Button, Icon, useFormats } from '../../parts';
import { useWords } from '../../words';
import { Sentence } from '../../words/sentence';
import { unsubmittedOf } from '../board/board-rows';
import { datesOf, workingDaysBetween } from '../move-dates';
import type { IsWorking, Step } from '../move-dates';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';

interface ConsequenceProps {
  readonly step: Step;
  readonly name: string;
  readonly editor: CycleEditor;
  readonly isWorking: IsWorking;
}

/** What the moved date does, before anybody is touched: apply it or put it back. */
export function Consequence({ step, name, editor, isWorking }: ConsequenceProps): ReactElement {
  const say = useWords(CYCLE);
  const { day, signed } = useFormats();
  const { base, draft } = editor;
  const was = datesOf(base, step);
  const now = datesOf(draft, step);
  const moved = was !== null && now !== null && was.dueOn !== now.dueOn;
  if (!moved) {
    return (
      <p className="sub still" role="status">
        {say(editor.saved ? 'save.done' : editor.mayEdit ? 'zoom.still' : 'zoom.locked')}
      </p>
    );
  }
  const shifted = draft.stages.filter((stage) => {
    const before = base.stages.find((one) => one.stage === stage.stage);
    return stage.stage !== step.name && before !== undefined && before.opensOn !== stage.opensOn;
  });
  return (
    <div className="drop" role="status">
      <p className="mv">
        <span>{say('zoom.due_of', { name })}</span>
        <s>{day(was.dueOn)}</s>
        <Icon name="right" />
        <b>{day(now.dueOn)}</b>
        <span className="pill">
          {say('zoom.working_days', {
            number: signed(String(workingDaysBetween(was.dueOn, now.dueOn, isWorking))),
          })}
        </span>
      </p>
      <ul>
        <Affected step={step} fiscalYear={editor.cycle.fiscalYear} />
        {shifted.map((stage) => (
          <li key={stage.stage}>
            <Sentence
              of={CYCLE}
              say="zoom.shifts"
              values={{ stage: say(`stage.${stage.stage}`), date: day(stage.opensOn) }}
            />
          </li>
        ))}
        {shifted.length === 0 && <li>{say('zoom.nothing_else')}</li>}
      </ul>
      <div className="acts">
        <Button kind="primary" busy={editor.saving && say('save.saving')} onClick={editor.save}>
          {say('zoom.apply')}
        </Button>
        <Button onClick={editor.reset}>{say('zoom.put_back')}</Button>
      </div>
    </div>
  );
}

interface AffectedProps {
  readonly step: Step;
  readonly fiscalYear: number;
}

/** Whose date moves: who has handed in is not touched, and a phase is nobody's due date. */
function Affected({ step, fiscalYear }: AffectedProps): ReactElement | null {
  const say = useWords(CYCLE);
  const { data } = useQuery(boardQuery(fiscalYear));
  if (step.is === 'phase') return <li>{say('zoom.phase')}</li>;
  if (!data) return null;
  const left = unsubmittedOf(data, step.name);
  if (left.sheets === 0) return <li>{say('zoom.none_affected')}</li>;
  return (
    <li>
      <Sentence of={CYCLE} say="zoom.affected" values={{ ...left }} />
    </li>
  );
}
