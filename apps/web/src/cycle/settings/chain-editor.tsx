import './settings.css';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Card } from '../../parts';
import { useWords } from '../../words';
import { STAGE_ORDER } from '../cycle-draft';
import type { ChainStep, StageName } from '../cycle-draft';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { fieldId } from './field-id';
import { useDepartments } from './use-departments';
import type { NamedDepartment } from './use-departments';

const KINDS: readonly ChainStep['kind'][] = ['post_level', 'coordinating_division', 'fixed_division'];
const LEVELS: readonly NonNullable<ChainStep['level']>[] = [
  'subsectionChief',
  'divisionManager',
  'departmentManager',
  'bureauDirector',
];

/** Who confirms the sheets of each stage, in which order and within how many working days. */
export function ChainEditor({ editor }: { readonly editor: CycleEditor }): ReactElement {
  const say = useWords(CYCLE);
  const { draft, change } = editor;
  const put = (stage: StageName, steps: readonly ChainStep[]) =>
    change({
      ...draft,
      chain: STAGE_ORDER.flatMap((one) =>
        one === stage ? [...steps] : draft.chain.filter((step) => step.stage === one),
      ),
    });
  return (
    <>
      <p className="sub lead">{say('chain.lead')}</p>
      {STAGE_ORDER.filter((stage) => draft.stages.some((one) => one.stage === stage)).map((stage) => (
        <StageChain
          key={stage}
          stage={stage}
          editor={editor}
          steps={draft.chain.filter((step) => step.stage === stage)}
          onSteps={(steps) => put(stage, steps)}
        />
      ))}
    </>
  );
}

interface StageChainProps {
  readonly stage: StageName;
  readonly editor: CycleEditor;
  readonly steps: readonly ChainStep[];
  readonly onSteps: (steps: readonly ChainStep[]) => void;
}

function StageChain({ stage, editor, steps, onSteps }: StageChainProps): ReactElement {
  const say = useWords(CYCLE);
  const [said, setSaid] = useState('');
  const refused = editor.problem?.places.find((place) => place.field === `chain.${stage}`)?.text;
  const swap = (at: number, to: number) => {
    const next = [...steps];
    const [step] = next.splice(at, 1);
    if (step === undefined) return;
    next.splice(to, 0, step);
    onSteps(next);
    setSaid(say('chain.moved', { position: to + 1 }));
  };
  const fresh: ChainStep = {
    stage,
    kind: 'post_level',
    level: 'divisionManager',
    departmentCode: null,
    workingDays: 5,
  };
  return (
    <Card title={say(`stage.${stage}`)} bare className="chain" id={fieldId(`chain.${stage}`)}>
      <p className="sr" role="status">
        {said}
      </p>
      {refused !== undefined && <p className="err-msg">{refused}</p>}
      {steps.length === 0 && <p className="nobody">{say('chain.nobody')}</p>}
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            <span className="position" aria-hidden="true">
              {at + 1}
            </span>
            <StepFields
              step={step}
              at={at}
              editor={editor}
              onStep={(next) => onSteps(steps.map((one, place) => (place === at ? next : one)))}
            />
            {editor.mayEdit && (
              <div className="step-acts">
                {at > 0 && (
                  <Button
                    small
                    icon="close-up"
                    aria-label={say('chain.up', { position: at + 1 })}
                    onClick={() => swap(at, at - 1)}
                  />
                )}
                {at < steps.length - 1 && (
                  <Button
                    small
                    icon="open"
                    aria-label={say('chain.down', { position: at + 1 })}
                    onClick={() => swap(at, at + 1)}
                  />
                )}
                <Button
                  small
                  icon="cross"
                  aria-label={say('chain.remove', { position: at + 1 })}
                  onClick={() => onSteps(steps.filter((_, place) => place !== at))}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      {editor.mayEdit && (
        <p className="add">
          <Button small icon="plus" onClick={() => onSteps([...steps, fresh])}>
            {say('chain.add', { stage: say(`stage.${stage}`) })}
          </Button>
        </p>
      )}
    </Card>
  );
}

interface StepFieldsProps {
  readonly step: ChainStep;
  readonly at: number;
  readonly editor: CycleEditor;
  readonly onStep: (step: ChainStep) => void;
}

function StepFields({ step, at, editor, onStep }: StepFieldsProps): ReactElement {
  const say = useWords(CYCLE);
  const departments = useDepartments(editor);
  if (!editor.mayEdit)
    return <p>{say('chain.read', { who: stepName(step, departments, say), days: step.workingDays })}</p>;
  const kind = (value: ChainStep['kind']) =>
    onStep({
      ...step,
      kind: value,
      level: value === 'post_level' ? (step.level ?? 'divisionManager') : null,
      departmentCode:
        value === 'fixed_division' ? (step.departmentCode ?? departments[0]?.code ?? null) : null,
    });
  return (
    <div className="step-fields">
      <label>
        <span className="label">{say('chain.kind')}</span>
        <select
          className="input"
          value={step.kind}
          onChange={(event) => kind(event.target.value as ChainStep['kind'])}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {say(`kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {step.kind === 'post_level' && (
        <label>
          <span className="label">{say('chain.level')}</span>
          <select
            className="input"
            value={step.level ?? ''}
            onChange={(event) =>
              onStep({ ...step, level: LEVELS.find((one) => one === event.target.value) ?? null })
            }
          >
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {say(`level.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {step.kind === 'fixed_division' && (
        <label>
          <span className="label">{say('chain.department')}</span>
          <select
            className="input"
            value={step.departmentCode ?? ''}
            onChange={(event) => onStep({ ...step, departmentCode: event.target.value })}
          >
            {departments.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="days">
        <span className="label">{say('chain.days')}</span>
        <input
          className="input num"
          type="number"
          min={1}
          max={60}
          aria-label={say('chain.days_of', { position: at + 1 })}
          value={step.workingDays}
          onChange={(event) =>
            onStep({ ...step, workingDays: Math.min(60, Math.max(1, Number(event.target.value) || 1)) })
          }
        />
      </label>
    </div>
  );
}

function stepName(
  step: ChainStep,
  departments: readonly NamedDepartment[],
  say: ReturnType<typeof useWords>,
): string {
  if (step.kind === 'post_level') return say(`level.${step.level ?? 'divisionManager'}`);
  if (step.kind === 'coordinating_division') return say('kind.coordinating_division');
  return departments.find(({ code }) => code === step.departmentCode)?.name ?? step.departmentCode ?? '';
}
