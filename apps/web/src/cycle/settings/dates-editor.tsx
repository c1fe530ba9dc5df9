import './settings.css';
import type { ReactElement } from 'react';
import { Card, Icon, readNumber, useFormats } from '../../parts';
import { DateField } from '../../parts/date-field';
import { useWords } from '../../words';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { overlapAfter } from '../stage-order';
import type { Overlap } from '../stage-order';
import { fieldId } from './field-id';

/** Every date of the cycle, typed as people write dates; what falls on a free day is shown with its working day. */
export function DatesEditor({ editor }: { readonly editor: CycleEditor }): ReactElement {
  const say = useWords(CYCLE);
  const { cycle, draft, change } = editor;
  const setStage = (name: string, part: 'draftsFrom' | 'opensOn' | 'dueOn', date: string) =>
    change({
      ...draft,
      stages: draft.stages.map((one) => (one.stage === name ? { ...one, [part]: date } : one)),
    });
  const setPhase = (name: string, part: 'opensOn' | 'dueOn', date: string) =>
    change({
      ...draft,
      phases: draft.phases.map((one) => (one.phase === name ? { ...one, [part]: date } : one)),
    });
  return (
    <>
      <Card title={say('dates.stages')} hint={say('dates.stages_hint')} bare className="cycle-dates">
        {draft.stages.map((one) => (
          <fieldset key={one.stage}>
            <legend>{say(`stage.${one.stage}`)}</legend>
            <Day
              editor={editor}
              field={`stages.${one.stage}.draftsFrom`}
              label={say('dates.drafts')}
              value={one.draftsFrom}
              onDay={(day) => setStage(one.stage, 'draftsFrom', day)}
            />
            <Day
              editor={editor}
              field={`stages.${one.stage}.opensOn`}
              label={say('dates.opens')}
              value={one.opensOn}
              onDay={(day) => setStage(one.stage, 'opensOn', day)}
            />
            <Day
              editor={editor}
              field={`stages.${one.stage}.dueOn`}
              label={say('dates.due')}
              value={one.dueOn}
              from={one.opensOn}
              overlap={overlapAfter(draft.stages, one.stage)}
              onDay={(day) => setStage(one.stage, 'dueOn', day)}
            />
            <Effective saved={cycle.stages.find(({ stage }) => stage === one.stage)} dueOn={one.dueOn} />
          </fieldset>
        ))}
      </Card>
      <Card title={say('dates.phases')} hint={say('dates.phases_hint')} bare className="cycle-dates">
        {draft.phases.map((one) => (
          <fieldset key={one.phase}>
            <legend>{say(`phase.${one.phase}`)}</legend>
            <Day
              editor={editor}
              field={`phases.${one.phase}.opensOn`}
              label={say('dates.opens')}
              value={one.opensOn}
              onDay={(day) => setPhase(one.phase, 'opensOn', day)}
            />
            <Day
              editor={editor}
              field={`phases.${one.phase}.dueOn`}
              label={say('dates.due')}
              value={one.dueOn}
              from={one.opensOn}
              onDay={(day) => setPhase(one.phase, 'dueOn', day)}
            />
            <Effective saved={cycle.phases.find(({ phase }) => phase === one.phase)} dueOn={one.dueOn} />
          </fieldset>
        ))}
      </Card>
      <Card title={say('dates.whole')} bare className="cycle-dates">
        <fieldset>
          <legend className="sr">{say('dates.whole')}</legend>
          <Day
            editor={editor}
            field="closesOn"
            label={say('name.closesOn')}
            value={draft.closesOn}
            onDay={(day) => change({ ...draft, closesOn: day })}
          />
          <UnitCost editor={editor} />
        </fieldset>
      </Card>
    </>
  );
}

interface DayProps {
  readonly editor: CycleEditor;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  /** The day before which it may not lie. */
  readonly from?: string;
  readonly overlap?: Overlap | null;
  readonly onDay: (day: string) => void;
}

function Day({ editor, field, label, value, from, overlap = null, onDay }: DayProps): ReactElement {
  const say = useWords(CYCLE);
  const { fullDay } = useFormats();
  const unread = editor.unread[field];
  const isEarly = from !== undefined && value < from;
  const refused = editor.problem?.places.find((place) => place.field === field)?.text;
  if (!editor.mayEdit) {
    return (
      <p className="read-only">
        <span className="label">{label}</span>
        {fullDay(value)}
      </p>
    );
  }
  return (
    <DateField
      key={editor.round}
      id={fieldId(field)}
      label={label}
      value={unread ?? value}
      nearItself
      error={
        refused ??
        (unread !== undefined
          ? say('dates.needed')
          : isEarly
            ? say('dates.too_early', { date: fullDay(from) })
            : null)
      }
      doubt={
        overlap &&
        say(`dates.overlap_${overlap.is}`, {
          stage: say(`stage.${overlap.stage}`),
          date: fullDay(overlap.on),
        })
      }
      onChange={(day, text) => {
        editor.keepUnread(field, day === null ? text : null);
        if (day !== null) onDay(day);
      }}
    />
  );
}

interface EffectiveProps {
  readonly saved: { readonly dueOn: string; readonly effectiveDueOn: string } | undefined;
  /** As it stands in the draft. */
  readonly dueOn: string;
}

/** Where a due date really lies when it falls on a day without work; known for saved dates. */
function Effective({ saved, dueOn }: EffectiveProps): ReactElement | null {
  const say = useWords(CYCLE);
  const { fullDay } = useFormats();
  if (!saved || saved.dueOn !== dueOn || saved.effectiveDueOn === saved.dueOn) return null;
  return (
    <p className="sub effective">
      <Icon name="info" small />
      {say('dates.effective', { date: fullDay(saved.effectiveDueOn) })}
    </p>
  );
}

function UnitCost({ editor }: { readonly editor: CycleEditor }): ReactElement {
  const say = useWords(CYCLE);
  const { money } = useFormats();
  const { draft, change, mayEdit } = editor;
  const unread = editor.unread['labourUnitCost'];
  const wrong = unread !== undefined;
  const id = fieldId('labourUnitCost');
  if (!mayEdit) {
    return (
      <p className="read-only">
        <span className="label">{say('name.labourUnitCost')}</span>
        {say('name.amount', { value: money(draft.labourUnitCost) })}
      </p>
    );
  }
  return (
    <div className="unit-cost">
      <label className="label" htmlFor={id}>
        {say('name.labourUnitCost')}
      </label>
      <input
        key={editor.round}
        id={id}
        className="input num"
        inputMode="decimal"
        defaultValue={unread ?? draft.labourUnitCost}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const read = readNumber(event.target.value);
          const isCost = read !== null && !read.startsWith('-');
          editor.keepUnread('labourUnitCost', isCost ? null : event.target.value);
          if (isCost) change({ ...draft, labourUnitCost: read });
        }}
      />
      <p id={`${id}-hint`} className={wrong ? 'err-msg' : 'sub'}>
        {say(wrong ? 'dates.cost_wrong' : 'dates.cost_hint')}
      </p>
    </div>
  );
}
