import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ApprovalStep, Sheet } from '../api';
import { Button, Card, Dialog, Icon, useFormats } from '../parts';
import { useWords } from '../words';
import { AnswerView } from './answer-view';
import { BesideLinks } from './beside-links';
import { Checklist } from './checklist';
import { CommitmentAnswers } from './commitment-answers';
import { useDesk } from './desk';
import { RailIndicators } from './rail-indicators';
import { ReturnPlaces } from './return-places';

interface RailProps {
  readonly onHistory: () => void;
  readonly onPreview: () => void;
  readonly onNotApplicable: () => void;
}

/** Beside the form: what the answer rests on, what is still to do, who comes next. */
export function Rail({ onHistory, onPreview, onNotApplicable }: RailProps): ReactElement {
  const say = useWords('sheet-page');
  const { sheet, editable } = useDesk();
  return (
    <aside className="rail" aria-label={say('rail.label')}>
      {sheet.indicators.length > 0 && <RailIndicators />}
      {sheet.planAnswers && <PlanCard sheet={sheet} />}
      <CommitmentAnswers />
      {sheet.chain.length > 0 && <Chain chain={sheet.chain} />}
      {editable && <Checklist />}
      <p className="links">
        <BesideLinks taskStageId={sheet.taskStageId} />
        <button type="button" className="link" onClick={onHistory}>
          <Icon name="clock" />
          {say('links.history')}
        </button>
        <button type="button" className="link" onClick={onPreview}>
          <Icon name="print" />
          {say('links.preview')}
        </button>
        {sheet.subject.kind === 'item' && (
          <Link to={`/items/${encodeURIComponent(sheet.subject.key)}`}>
            <Icon name="list" />
            {say('links.years')}
          </Link>
        )}
        {editable && sheet.subject.kind === 'item' && (
          <button type="button" className="link" onClick={onNotApplicable}>
            <Icon name="line" />
            {say('links.not_applicable')}
          </button>
        )}
      </p>
    </aside>
  );
}

/** What this year's Plan said, for whoever reports on it. */
function PlanCard({ sheet }: { readonly sheet: Sheet }): ReactElement | null {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const [open, setOpen] = useState(false);
  const plan = sheet.planAnswers;
  if (plan === null) return null;
  return (
    <Card title={say('rail.plan')}>
      {plan.goal && <p className="written plan-goal">{plan.goal}</p>}
      <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say('rail.plan_show')}
      </Button>
      <Dialog title={say('rail.plan')} open={open} onClose={() => setOpen(false)}>
        <dl className="plan-answers">
          {PLAN_FIELDS.map(([key, type]) => (
            <div key={key}>
              <dt>{words(`field.${key}`)}</dt>
              <dd>
                <AnswerView field={key} type={type} value={plan[key]} />
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </Card>
  );
}

const PLAN_FIELDS = [
  ['goal', 'text'],
  ['activities', 'text'],
  ['activityIndicators', 'activityIndicators'],
  ['budget', 'money'],
  ['funding', 'funding'],
  ['plannedPersonYears', 'decimal'],
  ['participation', 'choice'],
  ['sdgGoals', 'sdgs'],
] as const;

function Chain({ chain }: { readonly chain: readonly ApprovalStep[] }): ReactElement {
  const say = useWords('sheet-page');
  const { day } = useFormats();
  const stateOf = (step: ApprovalStep) => {
    const decided = step.decidedOn === null ? '' : day(step.decidedOn);
    if (step.state === 'waiting') {
      return step.dueOn === null
        ? say('chain.waiting_plain')
        : say('chain.waiting', { date: day(step.dueOn) });
    }
    return say(`chain.${step.state}`, { date: decided }).trim();
  };
  return (
    <Card title={say('chain.title')} bare>
      <ol className="chain">
        {chain.map((step) => (
          <li
            key={step.position}
            className={step.state}
            aria-current={step.state === 'waiting' ? 'step' : undefined}
          >
            <Icon name={CHAIN_ICONS[step.state]} />
            <p>
              <b>{step.title}</b>
              {step.acting && say('chain.acting')}
              {step.personName && <span className="sub"> {step.personName}</span>}
            </p>
            <span className="sub">{stateOf(step)}</span>
            <p className="told">
              {step.insteadOf !== null && (
                <span className="sub written">
                  {say('chain.instead_of', { name: step.insteadOf })}
                  {step.reviewedOn === null
                    ? say('chain.to_review')
                    : say('chain.reviewed', { date: day(step.reviewedOn) })}
                </span>
              )}
              {step.grade !== null && (
                <span className="sub">
                  {step.proposedGrade === null || step.proposedGrade === step.grade
                    ? say('chain.grade_plain', { grade: step.grade })
                    : say('chain.grade', { grade: step.grade, proposed: step.proposedGrade })}
                </span>
              )}
              <ReturnPlaces places={step.places} />
              {step.comment && <span className="sub written">{step.comment}</span>}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const CHAIN_ICONS = {
  ahead: 'ring',
  waiting: 'hourglass',
  approved: 'tick-ring',
  returned: 'return',
  withdrawn: 'line',
} as const;
