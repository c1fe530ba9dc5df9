import './settings.css';
import type { ReactElement } from 'react';
import { Button, Card } from '../../parts';
import { hasWords, useWords } from '../../words';
import type { Say } from '../../words';
import { STAGE_ORDER } from '../cycle-draft';
import type { Duty } from '../cycle-draft';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { fieldId } from './field-id';

/** Fields of the sheet of an indicator; those of an item have the same names. */
const isOfIndicator = (key: string): boolean => key.startsWith('check.indicator.');

/** Supporting departments write a plan, its progress and their check of it; nobody else's field is theirs to fill in. */
function dutiesOf({ key, stage, standard }: CycleField): readonly Duty[] {
  const supported = !isOfIndicator(key) && stage !== 'act' && stage !== 'review';
  return supported || standard === 'both' ? ['none', 'lead', 'both'] : ['none', 'lead'];
}

function cardTitle(stage: string, group: string, say: Say): string {
  const name = say(`stage.${stage}`);
  return group === 'indicators' ? say('fields.indicators', { stage: name }) : name;
}

type CycleField = CycleEditor['cycle']['fields'][number];

/** Which fields of a sheet must be filled in before it can be handed in, and by whom. */
export function FieldsEditor({ editor }: { readonly editor: CycleEditor }): ReactElement {
  const say = useWords(CYCLE);
  const { cycle, draft, change, mayEdit } = editor;
  const different = cycle.fields.some(({ key, standard }) => draft.fieldDuties[key] !== standard);
  const allStandard = () =>
    change({
      ...draft,
      fieldDuties: Object.fromEntries(cycle.fields.map(({ key, standard }) => [key, standard])),
    });
  return (
    <>
      <div className="lead">
        <p className="sub">{say('fields.lead')}</p>
        {mayEdit && different && <Button onClick={allStandard}>{say('fields.standard')}</Button>}
      </div>
      {STAGE_ORDER.map((stage) => {
        const fields = cycle.fields.filter((field) => field.stage === stage);
        return ['items', 'indicators'].map((group) => {
          const own = fields.filter(({ key }) => isOfIndicator(key) === (group === 'indicators'));
          return own.length === 0 ? null : (
            <Card key={`${stage}-${group}`} title={cardTitle(stage, group, say)} bare className="fields">
              {own.map((field) => (
                <FieldRow key={field.key} field={field} editor={editor} />
              ))}
            </Card>
          );
        });
      })}
    </>
  );
}

function FieldRow({
  field,
  editor,
}: {
  readonly field: CycleField;
  readonly editor: CycleEditor;
}): ReactElement {
  const say = useWords(CYCLE);
  const sheet = useWords('sheet');
  const { draft, change, mayEdit } = editor;
  const name = field.key.split('.').at(-1) ?? field.key;
  const duty = draft.fieldDuties[field.key] ?? field.standard;
  return (
    <fieldset id={fieldId(`fieldDuties.${field.key}`)}>
      <legend>{hasWords('sheet', `field.${name}`) ? sheet(`field.${name}`) : name}</legend>
      {!mayEdit && <span>{say(`duty.${duty}`)}</span>}
      {mayEdit &&
        dutiesOf(field).map((one) => (
          <label className="radio" key={one}>
            <input
              type="radio"
              name={field.key}
              checked={duty === one}
              onChange={() => change({ ...draft, fieldDuties: { ...draft.fieldDuties, [field.key]: one } })}
            />
            {say(`duty.${one}`)}
          </label>
        ))}
      {duty !== field.standard && (
        <span className="pill">{say('fields.differs', { duty: say(`duty.${field.standard}`) })}</span>
      )}
    </fieldset>
  );
}
