import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { importPlan, readPlan } from '../api';
import type { PlanImported } from '../api';
import { Button, ButtonLink, Card, Notice } from '../parts';
import { useWords } from '../words';
import { FileChoice } from './file-choice';
import { ImportErrors } from './import-errors';
import { sourceLines, toReadPlan } from './plan-reading';
import type { ReadPlan } from './plan-reading';
import { PlanQuestions } from './plan-questions';
import { PlanRead } from './plan-read';
import { EXCHANGE } from './words';

interface Reading {
  readonly plan: ReadPlan;
  readonly lines: readonly string[];
}

/** A plan's text: read, looked at beside its lines, every doubt ticked, then accepted. */
export function PlanImport(): ReactElement {
  const say = useWords(EXCHANGE);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [pressed, setPressed] = useState(false);
  const questions = useRef<HTMLHeadingElement>(null);
  const read = useMutation({
    mutationFn: async (chosen: File): Promise<Reading> => {
      const [answer, lines] = await Promise.all([readPlan(chosen), sourceLines(chosen)]);
      return { plan: toReadPlan(answer), lines };
    },
  });
  const accept = useMutation({
    mutationFn: (chosen: File) => importPlan(chosen),
    onSuccess: () => queries.invalidateQueries(),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setTicked(new Set());
    setPressed(false);
    accept.reset();
    read.mutate(chosen);
  };
  const left = (read.data?.plan.questions.length ?? 0) - ticked.size;
  const press = () => {
    setPressed(true);
    if (left > 0) questions.current?.focus();
    else if (file) accept.mutate(file);
  };
  return (
    <Card title={say('plan.title')} hint={say('plan.hint')} className="plan-import">
      <p>{say('plan.explain')}</p>
      <FileChoice accept=".txt,.md,text/plain" kinds={say('file.plan_kinds')} file={file} onFile={choose} />
      <p role="status">{read.isPending && say('plan.reading')}</p>
      {(read.error ?? accept.error) !== null && <ImportErrors error={read.error ?? accept.error} />}
      {read.data && !accept.data && (
        <>
          <PlanRead plan={read.data.plan} />
          <PlanQuestions
            heading={questions}
            questions={read.data.plan.questions}
            lines={read.data.lines}
            ticked={ticked}
            showLeft={pressed}
            onTick={setTicked}
          />
          <div className="dialog-acts">
            <Button kind="primary" busy={accept.isPending && say('plan.accepting')} onClick={press}>
              {say('plan.accept')}
            </Button>
          </div>
        </>
      )}
      {accept.data && <Accepted result={accept.data} />}
    </Card>
  );
}

const COUNTS = ['added', 'changed', 'unchanged', 'withdrawn'] as const;

function Accepted({ result }: { readonly result: PlanImported }): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <Notice tone="good" role="status">
      <b>{say('plan.accepted')}</b>
      <dl className="counts">
        {COUNTS.map((name) => (
          <div key={name} className={result[name] === 0 ? 'zero' : undefined}>
            <dt>{say(`counts.${name}`)}</dt>
            <dd>{say('counts.rows', { number: result[name] })}</dd>
          </div>
        ))}
      </dl>
      <ButtonLink to="/plan">{say('plan.see')}</ButtonLink>
    </Notice>
  );
}
