import { useContext } from 'react';
import type { ReactElement } from 'react';
import type { Sheet, Stage } from '../api';
import { Icon, StageMark, stageLetter, TodayContext, useFormats } from '../parts';
import { daysBetween } from '../parts/dates';
import { useLanguage, useWords } from '../words';

type Quarter = 'plan' | 'do' | 'check' | 'act';

/** The four arcs, clockwise from the top, with the place of their letters. */
const ARCS: Readonly<Record<Quarter, { readonly path: string; readonly x: number; readonly y: number }>> = {
  plan: { path: 'M58.5 14.08A42 42 0 0197.92 53.5', x: 85.7, y: 31 },
  do: { path: 'M97.92 58.5A42 42 0 0158.5 97.92', x: 85.7, y: 91 },
  check: { path: 'M53.5 97.92A42 42 0 0114.08 58.5', x: 26.3, y: 91 },
  act: { path: 'M14.08 53.5A42 42 0 0153.5 14.08', x: 26.3, y: 31 },
};
const QUARTERS: readonly Quarter[] = ['plan', 'do', 'check', 'act'];
const isDone = (stage: Sheet['stages'][number] | undefined) =>
  stage?.state === 'approved' || stage?.state === 'not_applicable';

interface WheelProps {
  readonly stages: Sheet['stages'];
  readonly now: Stage;
}

/** The year as a wheel: tinted is done, dark is now, grey is still to come. */
function Wheel({ stages, now }: WheelProps): ReactElement {
  const say = useWords('sheet-page');
  const parts = useWords('parts');
  const language = useLanguage();
  const name = (stage: Stage) => parts(`stage.${stage}`);
  const done = stages.filter((one) => one.stage !== now && isDone(one)).map((one) => name(one.stage));
  const next = stages[stages.findIndex((one) => one.stage === now) + 1];
  const label = say('wheel.label', {
    done:
      done.length > 0
        ? say('wheel.done', { stages: done.join(language === 'ja' ? 'と' : ', ') })
        : say('wheel.none'),
    now: name(now),
    next: next ? say('wheel.next', { stage: name(next.stage) }) : say('wheel.last'),
  });
  const colour = (quarter: Quarter) => {
    if (quarter === now) return 'now';
    return isDone(stages.find(({ stage }) => stage === quarter)) ? 'done' : 'ahead';
  };
  return (
    <svg className="wheel" viewBox="0 0 112 112" role="img" aria-label={label}>
      <g fill="none">
        {QUARTERS.map((quarter) => (
          <path key={quarter} d={ARCS[quarter].path} className={colour(quarter)} />
        ))}
      </g>
      {QUARTERS.map((quarter) => (
        <text key={quarter} x={ARCS[quarter].x} y={ARCS[quarter].y} className={colour(quarter)}>
          {stageLetter(quarter)}
        </text>
      ))}
      <text x="56" y="61">
        {name(now)}
      </text>
    </svg>
  );
}

/** Where in the year this sheet stands, with the dates of every stage. */
export function StageOverview({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const say = useWords('sheet-page');
  const { stages, stage: now } = sheet;
  const turning = QUARTERS.every((quarter) => stages.some(({ stage }) => stage === quarter));
  return (
    <div className={turning ? 'cycle' : 'cycle plain'}>
      {turning && <Wheel stages={stages} now={now} />}
      <ol aria-label={say('stages.label')}>
        {stages.map((one) => (
          <li
            key={one.stage}
            className={one.stage === now ? 'on' : undefined}
            aria-current={one.stage === now ? 'step' : undefined}
          >
            <StageMark stage={one.stage} mine={one.stage === now} />
            <StageDate one={one} sheet={sheet} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface StageDateProps {
  readonly one: Sheet['stages'][number];
  readonly sheet: Sheet;
}

function StageDate({ one, sheet }: StageDateProps): ReactElement {
  const say = useWords('sheet-page');
  const parts = useWords('parts');
  const today = useContext(TodayContext);
  const { daysLeft, plainDay, plainFullDay, day } = useFormats();
  const now = one.stage === sheet.stage;
  if (one.state === 'not_applicable') return <span className="sub">{parts('state.not_applicable')}</span>;
  if (one.approvedOn !== null) {
    return (
      <span className="sub">
        <Icon name="tick" small />
        <span className="wide-only">{say('stages.approved', { date: plainFullDay(one.approvedOn) })}</span>
        <span className="phone-only">{say('stages.approved', { date: plainDay(one.approvedOn) })}</span>
      </span>
    );
  }
  // What is handed in is no longer late in its author's hands.
  if ((now ? sheet.state : one.state) === 'submitted')
    return <span className="sub">{parts('state.submitted')}</span>;
  if (!now && stageIsAhead(one, sheet))
    return <span className="sub">{say('stages.from', { date: day(one.opensOn) })}</span>;
  const until = say('stages.until', { date: day(now ? sheet.dueOn : one.dueOn) });
  const left = now ? sheet.daysLeft : daysBetween(today, one.dueOn);
  // Of an earlier stage only that it is late matters here.
  if (!now && (left >= 0 || sheet.endedOn !== null)) return <span className="sub">{until}</span>;
  return (
    <span>
      {now ? <b>{until}</b> : until}・<span className={left < 0 ? 'late' : undefined}>{daysLeft(left)}</span>
    </span>
  );
}

function stageIsAhead(one: Sheet['stages'][number], { stages, stage }: Sheet): boolean {
  const at = (name: Stage) => stages.findIndex((other) => other.stage === name);
  return at(one.stage) > at(stage);
}
