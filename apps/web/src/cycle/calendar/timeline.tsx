import type { CSSProperties, ReactElement } from 'react';
import { Link } from 'react-router';
import { addDays, useFormats } from '../../parts';
import { useWords } from '../../words';
import { workingDayFrom } from '../move-dates';
import type { IsWorking, Step } from '../move-dates';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import type { Bar, Lane } from './lanes';
import { longHolidays, monthBands, percentOf } from './year-axis';
import type { YearAxis } from './year-axis';

interface TimelineProps {
  readonly axis: YearAxis;
  readonly lanes: readonly Lane[];
  readonly today: string;
  readonly isWorking: IsWorking;
  /** Whose cycle is edited: its bars can be chosen, those of others lead to theirs. */
  readonly editor: { readonly cycle: Pick<CycleEditor['cycle'], 'fiscalYear'> };
  readonly chosen: Step | null;
  readonly onChoose: (step: Step) => void;
}

/** Left and width in percent of the year. */
const placed = (left: number, width?: number): CSSProperties => ({
  left: `${left}%`,
  ...(width !== undefined && { width: `${width}%` }),
});

/** Bars on a year: on phones the same as a list of dates. */
export function Timeline({
  axis,
  lanes,
  today,
  isWorking,
  editor,
  chosen,
  onChoose,
}: TimelineProps): ReactElement {
  const say = useWords(CYCLE);
  const { shortDay, year } = useFormats();
  const isNow = today >= axis.start && today < axis.end;
  return (
    <div className="timeline">
      <div className="mh" aria-hidden="true">
        <div className="ll">{say('calendar.working_days')}</div>
        <div className="lt">
          {monthBands(axis, isWorking).map(({ date, left, width, workingDays }) => (
            <span key={date} style={placed(left, width)}>
              {say(`calendar.month.${Number(date.slice(5, 7))}`)}
              <small>{say('calendar.days', { number: workingDays })}</small>
            </span>
          ))}
        </div>
      </div>
      <div className="lanes">
        <div className="bg" aria-hidden="true">
          {monthBands(axis, isWorking)
            .slice(1)
            .map(({ date, left }) => (
              <i key={date} className="m" style={placed(left)} />
            ))}
          {longHolidays(axis, isWorking).map(({ from, to }) => (
            <i
              key={from}
              className="hz"
              style={placed(percentOf(axis, from), percentOf(axis, addDays(to, 1)) - percentOf(axis, from))}
            />
          ))}
          {isNow && (
            <i
              className={percentOf(axis, today) > 85 ? 'today left' : 'today'}
              style={placed(percentOf(axis, today))}
            >
              <span>{say('calendar.today', { date: shortDay(today) })}</span>
            </i>
          )}
        </div>
        {lanes.length === 0 && <p className="sub nothing">{say('calendar.nothing')}</p>}
        {lanes.map((lane) => (
          <div className="lane" key={`${lane.fiscalYear}-${lane.name}`}>
            <div className="ll">
              {(lane.name === 'evaluation' || lane.name === 'running') && (
                <b>{say('of_year', { year: year(lane.fiscalYear) })}</b>
              )}
              {say(`lane.${lane.name}`)}
            </div>
            <ul
              className="lt"
              aria-label={`${say('of_year', { year: year(lane.fiscalYear) })} ${say(`lane.${lane.name}`)}`}
            >
              {lane.bars.map((bar, at) => (
                <li key={bar.key}>
                  <BarMark
                    bar={bar}
                    next={lane.bars[at + 1]?.from}
                    axis={axis}
                    today={today}
                    isWorking={isWorking}
                    editor={editor}
                    chosen={chosen}
                    onChoose={onChoose}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  );
}

interface BarMarkProps extends Pick<
  TimelineProps,
  'axis' | 'today' | 'isWorking' | 'editor' | 'chosen' | 'onChoose'
> {
  readonly bar: Bar;
  /** Where the next bar of the lane begins: a label must not run into it. */
  readonly next: string | undefined;
}

/** Letters that fit into one percent of the year's width, roughly. */
const LETTERS_PER_PERCENT = 0.78;
/** What a name needs beside its letters, in letters; a tight one has smaller letters and hardly any margin. */
const MARGIN = 0.86;
const TIGHT = { letter: 0.93, margin: 0.2 } as const;

function BarMark({
  bar,
  next,
  axis,
  today,
  isWorking,
  editor,
  chosen,
  onChoose,
}: BarMarkProps): ReactElement {
  const say = useWords(CYCLE);
  const { shortDay } = useFormats();
  const name = bar.look === 'dashed' ? say('calendar.drafts') : say(`${bar.step.is}.${bar.step.name}`);
  // A day alone is held on a day that is worked on, wherever it was put.
  const heldOn = bar.milestone ? workingDayFrom(bar.to, isWorking) : bar.from;
  const left = percentOf(axis, heldOn);
  const width = Math.max(0.6, percentOf(axis, addDays(bar.to, 1)) - left);
  const [letters, place] = [lettersOf(name), width * LETTERS_PER_PERCENT];
  const fits = place >= letters + MARGIN;
  // Smaller letters and no margins, before a name is left to the pointer.
  const isTight = !fits && place >= letters * TIGHT.letter + TIGHT.margin;
  const room = next === undefined ? 100 : percentOf(axis, next) - left - width;
  const hasRoom = room * LETTERS_PER_PERCENT >= letters + 0.5;
  const isChosen =
    chosen !== null && bar.fiscalYear === editor.cycle.fiscalYear && bar.step.name === chosen.name;
  const classes = [
    bar.milestone ? 'ms' : `b ${bar.look}`,
    !fits && !bar.milestone && (left > 85 ? 'out before' : hasRoom ? 'out' : isTight ? 'tight' : 'mute'),
    isChosen && 'sel',
  ]
    .filter(Boolean)
    .join(' ');
  const dates = bar.milestone
    ? shortDay(heldOn)
    : say('calendar.range', { from: shortDay(bar.from), to: shortDay(bar.to) });
  const isNow = bar.milestone ? heldOn === today : bar.from <= today && today <= bar.to;
  const inside = (
    <>
      <em>
        {name}
        {isNow && <span className="now"> {say('calendar.now')}</span>}
      </em>
      <span className="when">{dates}</span>
    </>
  );
  const style = placed(left, bar.milestone ? undefined : width);
  if (bar.fiscalYear !== editor.cycle.fiscalYear) {
    return (
      <Link className={classes} style={style} to={`/cycle/${bar.fiscalYear}`}>
        {inside}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      style={style}
      aria-pressed={isChosen}
      title={fits ? undefined : name}
      onClick={() => onChoose(bar.step)}
    >
      {inside}
    </button>
  );
}

/** Width of a word in Japanese letters; Latin ones are about half as wide. */
function lettersOf(word: string): number {
  return [...word].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 0.58 : 1), 0);
}
