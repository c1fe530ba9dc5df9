import './calendar.css';
import './zoom.css';
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { cycleQuery } from '../../api/cycles';
import type { CycleList } from '../../api';
import { Button, fiscalYearOf, useFormats } from '../../parts';
import { useWords } from '../../words';
import { workingDays } from '../move-dates';
import type { Step } from '../move-dates';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { DayZoom } from './day-zoom';
import { lanesOf } from './lanes';
import { Timeline } from './timeline';
import { yearAxis } from './year-axis';

interface YearCalendarProps {
  readonly list: CycleList;
  readonly editor: CycleEditor;
}

/** 1年の予定: what runs in one fiscal year, and, for the chosen bar, its days. */
export function YearCalendar({ list, editor }: YearCalendarProps): ReactElement {
  const say = useWords(CYCLE);
  const { year } = useFormats();
  const [shown, setShown] = useState(() => startYear(editor.cycle.fiscalYear, list.today));
  const [chosen, setChosen] = useState<Step | null>(null);
  const axis = useMemo(() => yearAxis(shown), [shown]);
  const known = list.cycles.map((cycle) => cycle.fiscalYear);
  const views = useQueries({
    queries: [shown - 1, shown].filter((one) => known.includes(one)).map((one) => cycleQuery(one)),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
  const isWorking = useMemo(() => workingDays(views.flatMap(({ holidays }) => holidays)), [views]);
  const lanes = lanesOf(
    axis,
    views.map((view) => ({
      fiscalYear: view.fiscalYear,
      dates: view.fiscalYear === editor.cycle.fiscalYear ? editor.draft : view,
    })),
  );
  return (
    <section className="card tl" aria-labelledby="year-calendar">
      <div className="card-head">
        <h2 id="year-calendar">{say('calendar.title')}</h2>
        <span className="sub">{editor.mayEdit && say('calendar.hint')}</span>
        <div className="end years" role="group" aria-label={say('calendar.year')}>
          <Button small icon="back" aria-label={say('calendar.before')} onClick={() => setShown(shown - 1)} />
          <span aria-live="polite">{say('calendar.of', { year: year(shown) })}</span>
          <Button small icon="next" aria-label={say('calendar.after')} onClick={() => setShown(shown + 1)} />
        </div>
      </div>
      <div className="tlb">
        <Timeline
          axis={axis}
          lanes={lanes}
          today={list.today}
          isWorking={isWorking}
          editor={editor}
          chosen={chosen}
          onChoose={setChosen}
        />
        <Legend />
      </div>
      {chosen && (
        <DayZoom key={chosen.name} step={chosen} editor={editor} isWorking={isWorking} today={list.today} />
      )}
    </section>
  );
}

const LOOKS = ['solid', 'pale', 'ring', 'dashed', 'hz'] as const;

/** What filled, pale, ringed, dashed and hatched mean; a list of dates needs none. */
function Legend(): ReactElement {
  const say = useWords(CYCLE);
  return (
    <ul className="tl-legend">
      {LOOKS.map((look) => (
        <li key={look}>
          <i className={look} aria-hidden="true" />
          {say(`calendar.look.${look}`)}
        </li>
      ))}
    </ul>
  );
}

/** The calendar in which today lies, when the cycle appears in it; else the one of its evaluation. */
function startYear(fiscalYear: number, today: string): number {
  const now = fiscalYearOf(today);
  return now === fiscalYear || now === fiscalYear + 1 ? now : fiscalYear + 1;
}
