import type { ReactElement } from 'react';
import { Button, Icon, useFormats } from '../../parts';
import { Sentence, useWords } from '../../words';
import { datesOf, workingDaysBetween } from '../move-dates';
import type { IsWorking, Step } from '../move-dates';
import { useDatesPreview } from '../use-dates-preview';
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
  const preview = useDatesPreview(editor, moved);
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
        {preview && (
          <li>
            <Sentence
              of={CYCLE}
              say="zoom.affected"
              values={{ sheets: preview.affected.sheets, departments: preview.affected.departments }}
            />
          </li>
        )}
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
