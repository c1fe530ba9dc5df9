import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { Link } from 'react-router';
import { addDays, daysBetween, Icon, useFormats, weekdayOf } from '../../parts';
import { useWords } from '../../words';
import { datesOf, moveDue, workingDayFrom } from '../move-dates';
import type { IsWorking, Step } from '../move-dates';
import { STAGE_ORDER } from '../cycle-draft';
import type { StageName } from '../cycle-draft';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { Consequence } from './consequence';

/** Where the bars and the days have room on one screen. */
const WIDE = '(min-width: 901px)';
const DAYS = 33;
const BEFORE = 15;

interface DayZoomProps {
  readonly step: Step;
  readonly editor: CycleEditor;
  readonly isWorking: IsWorking;
  readonly today: string;
}

/** The days around a due date with a handle that moves it; weekends and holidays are jumped over. */
export function DayZoom({ step, editor, isWorking, today }: DayZoomProps): ReactElement | null {
  const say = useWords(CYCLE);
  const { plainDay } = useFormats();
  const was = datesOf(editor.base, step);
  const now = datesOf(editor.draft, step);
  const [start, setStart] = useState(() => addDays(now?.dueOn ?? today, -BEFORE));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the bars stand between: whoever chose one must see that something opened.
    if (!matchMedia(WIDE).matches) place.current?.scrollIntoView({ block: 'center' });
  }, []);
  const days = useMemo(() => Array.from({ length: DAYS }, (_, at) => addDays(start, at)), [start]);
  if (was === null || now === null) return null;
  const name = say(`${step.is}.${step.name}`);
  const move = (day: string) => {
    const dueOn = day < now.opensOn ? workingDayFrom(now.opensOn, isWorking) : day;
    if (dueOn < addDays(start, 2) || dueOn > addDays(start, DAYS - 3)) setStart(addDays(dueOn, -BEFORE));
    editor.change(moveDue(restored(editor, step, isWorking), step, dueOn, isWorking).draft);
  };
  return (
    <div className="zoom" ref={place}>
      <div className="zh">
        <h3>{say('zoom.title', { from: plainDay(start), to: plainDay(addDays(start, DAYS - 1)) })}</h3>
        <span className="sub">{say('zoom.hint')}</span>
      </div>
      <div className="zg">
        <DayHeads days={days} isWorking={isWorking} today={today} />
        <Track
          days={days}
          name={name}
          was={was}
          now={now}
          isWorking={isWorking}
          next={nextOf(editor, step)}
          mayMove={editor.mayEdit}
          onMove={move}
        />
        <p className="on-phone">
          <Link to="?view=dates">{say('zoom.to_dates')}</Link>
        </p>
        <Consequence step={step} name={name} editor={editor} isWorking={isWorking} />
      </div>
    </div>
  );
}

/**
 * The draft without the shift that an earlier drag of this handle caused, so that dragging back leaves nothing behind;
 * what was typed stays.
 */
function restored({ base, draft }: CycleEditor, step: Step, isWorking: IsWorking): CycleEditor['draft'] {
  const now = datesOf(draft, step);
  if (step.is === 'phase' || now === null) return draft;
  const shifted = workingDayFrom(addDays(now.dueOn, 1), isWorking);
  const stages = draft.stages.map((one) => {
    const was = base.stages.find(({ stage }) => stage === one.stage);
    if (was === undefined || one.stage === step.name || one.opensOn !== shifted) return one;
    return { ...one, opensOn: was.opensOn, draftsFrom: was.draftsFrom };
  });
  return { ...draft, stages };
}

function DayHeads({
  days,
  isWorking,
  today,
}: {
  readonly days: readonly string[];
  readonly isWorking: IsWorking;
  readonly today: string;
}): ReactElement {
  const say = useWords(CYCLE);
  return (
    <div className="zd" aria-hidden="true">
      {days.map((day, at) => {
        const date = Number(day.slice(8));
        return (
          <span
            key={day}
            className={[!isWorking(day) && 'off', day === today && 'td'].filter(Boolean).join(' ')}
          >
            {(at === 0 || date === 1) && <small>{say(`calendar.month.${Number(day.slice(5, 7))}`)}</small>}
            <b>{date}</b>
            {say(`weekday.${weekdayOf(day)}`)}
          </span>
        );
      })}
    </div>
  );
}

interface NextStage {
  readonly stage: StageName;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly moved: boolean;
}

function nextOf({ base, draft }: CycleEditor, step: Step): NextStage | null {
  if (step.is === 'phase') return null;
  const name = STAGE_ORDER[STAGE_ORDER.indexOf(step.name) + 1];
  const next = draft.stages.find(({ stage }) => stage === name);
  const was = base.stages.find(({ stage }) => stage === name);
  return next ? { ...next, moved: was?.opensOn !== next.opensOn } : null;
}

interface TrackProps {
  readonly days: readonly string[];
  readonly name: string;
  readonly was: { readonly opensOn: string; readonly dueOn: string };
  readonly now: { readonly opensOn: string; readonly dueOn: string };
  readonly isWorking: IsWorking;
  /** The stage that follows, and whether its start was moved. */
  readonly next: NextStage | null;
  readonly mayMove: boolean;
  readonly onMove: (day: string) => void;
}

function Track({ days, name, was, now, isWorking, next, mayMove, onMove }: TrackProps): ReactElement {
  const say = useWords(CYCLE);
  const { day: writeDay, plainDay } = useFormats();
  const track = useRef<HTMLDivElement>(null);
  const first = days[0] ?? now.dueOn;
  const edge = (day: string) => Math.min(100, Math.max(0, (daysBetween(first, day) / DAYS) * 100));
  const end = (day: string) => edge(addDays(day, 1));
  const dayAt = (clientX: number): string => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return now.dueOn;
    // The handle stands on the evening of its day.
    const at = Math.round(((clientX - box.left) / box.width) * DAYS) - 1;
    return workingDayFrom(addDays(first, Math.min(DAYS - 1, Math.max(0, at))), isWorking);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 1) onMove(dayAt(event.clientX));
  };
  const key = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 5,
      PageDown: -5,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(workingDaysAway(now.dueOn, by, isWorking));
  };
  const later = now.dueOn > was.dueOn;
  return (
    <div className="zl" ref={track}>
      {days.map(
        (day) =>
          !isWorking(day) && (
            <i key={day} className="off" style={{ left: `${edge(day)}%`, width: `${100 / DAYS}%` }} />
          ),
      )}
      <span
        className="b solid"
        style={{
          left: `${edge(now.opensOn)}%`,
          width: `${(later ? end(was.dueOn) : end(now.dueOn)) - edge(now.opensOn)}%`,
        }}
      >
        <em>{now.opensOn < first ? say('zoom.since', { name, date: plainDay(now.opensOn) }) : name}</em>
      </span>
      {now.dueOn !== was.dueOn && (
        <span
          className={later ? 'b ghost' : 'b ghost less'}
          style={{
            left: `${later ? end(was.dueOn) : end(now.dueOn)}%`,
            width: `${Math.abs(end(now.dueOn) - end(was.dueOn))}%`,
          }}
        />
      )}
      {next && edge(next.opensOn) < 100 && end(next.dueOn) > 0 && (
        <span
          className={next.moved ? 'b pale moved' : 'b pale'}
          style={{ left: `${edge(next.opensOn)}%`, width: `${end(next.dueOn) - edge(next.opensOn)}%` }}
        >
          <em>{say(`stage.${next.stage}`)}</em>
        </span>
      )}
      {mayMove && (
        <span
          className="handle"
          role="slider"
          tabIndex={0}
          aria-label={say('zoom.handle', { name })}
          aria-valuemin={0}
          aria-valuemax={DAYS - 1}
          aria-valuenow={daysBetween(first, now.dueOn)}
          aria-valuetext={writeDay(now.dueOn)}
          style={{ left: `${end(now.dueOn)}%` }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onKeyDown={key}
        >
          <Icon name="grip" small />
        </span>
      )}
    </div>
  );
}

/** So many working days before or after a day. */
function workingDaysAway(day: string, by: number, isWorking: IsWorking): string {
  const step = by > 0 ? 1 : -1;
  let at = day;
  for (let left = Math.abs(by); left > 0; left -= 1) at = workingDayFrom(addDays(at, step), isWorking, step);
  return at;
}
