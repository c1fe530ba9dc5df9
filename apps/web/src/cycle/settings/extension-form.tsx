import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { isProblem } from '../../api';
import { cycleQuery, cyclesQuery, extend } from '../../api/cycles';
import type { Extension } from '../../api/cycles';
import { Button, Card, Notice, useErrorSentence, useFormats } from '../../parts';
import { DateField } from '../../parts/date-field';
import { Field } from '../../parts/field';
import { TextArea } from '../../parts/text-area';
import { useWords } from '../../words';
import type { StageName } from '../cycle-draft';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { useDepartments } from './use-departments';

type Part = 'department' | 'dueOn' | 'reason';
const PARTS: readonly Part[] = ['department', 'dueOn', 'reason'];

/** One department gets more time for one stage; pressing the button tells what is missing. */
export function ExtensionForm({ editor }: { readonly editor: CycleEditor }): ReactElement {
  const say = useWords(CYCLE);
  const { day } = useFormats();
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const departments = useDepartments(editor);
  const { cycle } = editor;
  const [stage, setStage] = useState<StageName>(
    cycle.stages.find(({ stage: name }) => name === 'check')?.stage ?? 'plan',
  );
  const [department, setDepartment] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const [round, setRound] = useState(0);
  const due = cycle.stages.find((one) => one.stage === stage)?.effectiveDueOn ?? '';
  const missing: Readonly<Record<Part, string | null>> = {
    department: department === '' ? say('extend.no_department') : null,
    dueOn:
      dueOn === null
        ? say('extend.no_date')
        : dueOn <= due
          ? say('extend.not_later', { date: day(due) })
          : null,
    reason: reason.trim() === '' ? say('extend.no_reason') : null,
  };
  const give = useMutation({
    mutationFn: (extension: Extension) => extend(cycle.fiscalYear, extension),
    onSuccess: (next) => {
      queries.setQueryData(cycleQuery(cycle.fiscalYear).queryKey, next);
      setDepartment('');
      setDueOn(null);
      setReason('');
      setPressed(false);
      setRound(round + 1);
      return queries.invalidateQueries({ queryKey: [...cyclesQuery.queryKey, cycle.fiscalYear, 'board'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    const first = PARTS.find((part) => missing[part] !== null);
    if (first !== undefined) return document.getElementById(`extend-${first}`)?.focus();
    if (dueOn !== null) give.mutate({ stage, departmentCode: department, dueOn, reason: reason.trim() });
  };
  const wrong = (part: Part) => (pressed ? missing[part] : null);
  return (
    <Card title={say('extend.title')} hint={say('extend.hint')} className="extend">
      <form onSubmit={submit} noValidate>
        <label htmlFor="extend-stage">
          <span className="label">{say('extend.stage')}</span>
          <select
            id="extend-stage"
            className="input"
            value={stage}
            onChange={(event) => setStage(event.target.value as StageName)}
          >
            {cycle.stages.map((one) => (
              <option key={one.stage} value={one.stage}>
                {say('extend.stage_option', {
                  stage: say(`stage.${one.stage}`),
                  date: day(one.effectiveDueOn),
                })}
              </option>
            ))}
          </select>
        </label>
        <Field id="extend-department" label={say('extend.department')} error={wrong('department')}>
          {(aria) => (
            <select
              {...aria}
              className="input"
              value={department}
              onChange={(event) => setDepartment(event.target.value)}
            >
              <option value="">{say('extend.choose')}</option>
              {departments.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DateField
          key={round}
          id="extend-dueOn"
          label={say('extend.due')}
          toCome
          value={dueOn}
          onChange={setDueOn}
          error={wrong('dueOn')}
        />
        <TextArea
          id="extend-reason"
          label={say('extend.reason')}
          error={wrong('reason')}
          className="wide"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        {give.error && (
          <Notice tone="bad" role="alert">
            {sentence(give.error)}
            {isProblem(give.error) && give.error.places.map((place, at) => <p key={at}>{place.text}</p>)}
          </Notice>
        )}
        <p className="wide acts">
          <Button type="submit" kind="primary" busy={give.isPending && say('extend.giving')}>
            {say('extend.give')}
          </Button>
          <span role="status">{give.isSuccess && !pressed && say('extend.given')}</span>
        </p>
      </form>
    </Card>
  );
}
