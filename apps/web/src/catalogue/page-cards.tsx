import '../approvals/approvals.css';
import '../approvals/decision.css';
import '../approvals/words';
import '../cycle/board/board.css';
import '../cycle/calendar/calendar.css';
import '../cycle/cycle.css';
import '../today/today.css';
import '../today/words';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { DecisionBar } from '../approvals/decision-bar';
import { IndicatorChart, JudgementBadge } from '../charts';
import { BoardTable } from '../cycle/board/board-table';
import { Timeline } from '../cycle/calendar/timeline';
import { yearAxis } from '../cycle/calendar/year-axis';
import { workingDays } from '../cycle/move-dates';
import type { Step } from '../cycle/move-dates';
import { Card } from '../parts';
import { TodayItem } from '../today/today-row';
import { useWords } from '../words';
import { BOARD, DOCUMENT, INDICATORS, LANES, ROWS, TODAY } from './samples';
import { CATALOGUE } from './words';

const CHARTS = ['up', 'down', 'gap'] as const;
const AXIS = yearAxis(2022);
const WORKING = workingDays(['2022-05-03', '2022-05-04', '2022-05-05']);

/** Parts of single pages: rows of lists, the bar of decisions, the heat map, the year, charts. */
export function PageCards(): ReactElement {
  const say = useWords(CATALOGUE);
  const [returning, setReturning] = useState(false);
  const [chosen, setChosen] = useState<Step | null>(null);
  return (
    <>
      <Card title={say('row')} hint={say('row.hint')} className="cat-wide" bare>
        <ul className="cat-rows">
          {ROWS.map((row, at) => (
            <TodayItem
              key={row.badge}
              row={row}
              waiting={false}
              primary={at === 0}
              withdrawing={false}
              onWithdraw={() => undefined}
            />
          ))}
        </ul>
      </Card>
      <Card title={say('decide')} hint={say('decide.hint')} className="cat-wide ap" bare>
        <DecisionBar
          document={DOCUMENT}
          last={false}
          returning={returning}
          approving={false}
          sending={false}
          onApprove={() => undefined}
          onReturning={setReturning}
          onReturn={() => setReturning(false)}
        />
      </Card>
      <div className="cycle cat-wide cat-grid">
        <Card title={say('board')} hint={say('board.hint')} className="cat-wide hm" bare>
          <BoardTable board={BOARD} rows={BOARD.rows} counted="submitted" today={TODAY} fiscalYear={2021} />
        </Card>
        <Card title={say('timeline')} hint={say('timeline.hint')} className="cat-wide tl" bare>
          <div className="tlb">
            <Timeline
              axis={AXIS}
              lanes={LANES}
              today={TODAY}
              isWorking={WORKING}
              editor={{ cycle: { fiscalYear: 2021 } }}
              chosen={chosen}
              onChoose={setChosen}
            />
          </div>
        </Card>
      </div>
      {CHARTS.map((one) => (
        <Card key={one} title={say(`chart.${one}`)} hint={say(`chart.${one}_hint`)} className="cat-third">
          <IndicatorChart indicator={INDICATORS[one]} fiscalYear={2021} />
          <JudgementBadge indicator={INDICATORS[one]} fiscalYear={2021} />
        </Card>
      ))}
    </>
  );
}
