import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { importPlan, readPlan } from '../api/exchange';
import type { PlanImported, PlanPreview } from '../api';
import { Button, ButtonLink, Card, Notice } from '../parts';
import { useWords } from '../words';
import { FileChoice } from './file-choice';
import { ImportErrors } from './import-errors';
import { PlanDifference } from './plan-difference';
import { answersOf, decisionsOf, openPlaces, sourceLines } from './plan-reading';
import type { PlanAnswers } from './plan-reading';
import { PlanQuestions } from './plan-questions';
import { PlanRead } from './plan-read';
import { EXCHANGE } from './words';

interface Reading {
  readonly plan: PlanPreview;
  readonly lines: readonly string[];
}

/** A plan's text: read, looked at beside its lines and beside the plan that is there, every doubt settled, then accepted. */
export function PlanImport(): ReactElement {
  const say = useWords(EXCHANGE);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [answers, setAnswers] = useState<PlanAnswers | null>(null);
  const [pressed, setPressed] = useState(false);
  const questions = useRef<HTMLHeadingElement>(null);
  const read = useMutation({
    mutationFn: async (chosen: File): Promise<Reading> => {
      const [plan, lines] = await Promise.all([readPlan(chosen), sourceLines(chosen)]);
      return { plan, lines };
    },
  });
  const accept = useMutation({
    mutationFn: ({ chosen, plan, given }: { chosen: File; plan: PlanPreview; given: PlanAnswers }) =>
      importPlan(chosen, decisionsOf(plan, given)),
    onSuccess: () => queries.invalidateQueries(),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setAnswers(null);
    setPressed(false);
    accept.reset();
    // Told for the newest file alone: an earlier, slower one is forgotten.
    read.mutate(chosen, { onSuccess: ({ plan }) => setAnswers(answersOf(plan)) });
  };
  const press = () => {
    setPressed(true);
    if (!read.data || !answers || !file) return;
    const { plan } = read.data;
    if (openPlaces(plan, answers) > 0) questions.current?.focus();
    else accept.mutate({ chosen: file, plan, given: answers });
  };
  return (
    <Card title={say('plan.title')} hint={say('plan.hint')} className="plan-import">
      <p>{say('plan.explain')}</p>
      <FileChoice accept=".txt,.md,text/plain" kinds={say('file.plan_kinds')} file={file} onFile={choose} />
      <p role="status">{read.isPending && say('plan.reading')}</p>
      {(read.error ?? accept.error) !== null && <ImportErrors error={read.error ?? accept.error} />}
      {read.data && answers && !accept.data && (
        <>
          <PlanRead plan={read.data.plan} />
          {read.data.plan.difference && (
            <PlanDifference
              difference={read.data.plan.difference}
              replaces={answers.replaces}
              onReplace={(replaces) => setAnswers({ ...answers, replaces })}
            />
          )}
          <PlanQuestions
            heading={questions}
            plan={read.data.plan}
            lines={read.data.lines}
            answers={answers}
            showLeft={pressed}
            onAnswer={setAnswers}
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
