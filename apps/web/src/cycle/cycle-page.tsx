import './cycle.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { cycleQuery, cyclesQuery } from '../api/cycles';
import type { CycleList } from '../api';
import { readsWholeCycle } from '../frame/readers';
import { useSession } from '../frame/session';
import { Empty, Failed, Loading } from '../parts';
import { useWords } from '../words';
import { CreateCycle } from './create-cycle';
import { CycleScreen } from './cycle-screen';
import { OwnDepartments } from './own-departments';
import { CYCLE } from './words';

/** The page under /cycle: all of it for those who oversee the year, the own departments for a manager. */
export default function CyclePage(): ReactElement {
  return readsWholeCycle(useSession()) ? <WholeCycle /> : <OwnDepartments />;
}

/** 評価サイクル: the planner's page of one cycle. Without a year in the address, the one under evaluation. */
function WholeCycle(): ReactElement {
  const say = useWords(CYCLE);
  const { year } = useParams();
  const list = useQuery(cyclesQuery);
  const fiscalYear = year === undefined ? list.data && currentCycle(list.data) : Number(year);
  const cycle = useQuery({ ...cycleQuery(fiscalYear ?? 0), enabled: fiscalYear !== undefined });
  const error = list.error ?? cycle.error;
  if (error) {
    return (
      <Failed
        page
        error={error}
        retry={() => {
          void list.refetch();
          if (fiscalYear !== undefined) void cycle.refetch();
        }}
      />
    );
  }
  if (list.data?.cycles.length === 0) {
    return (
      <Empty title={say('nothing')}>
        <p>{say('none.next')}</p>
        <CreateCycle list={list.data} />
      </Empty>
    );
  }
  if (!list.data || !cycle.data) return <Loading rows={8} />;
  return <CycleScreen key={cycle.data.fiscalYear} list={list.data} cycle={cycle.data} />;
}

/** The oldest cycle that is still open: its evaluation is what people work on. Else the newest one. */
export function currentCycle({ cycles }: CycleList): number | undefined {
  const years = (states: readonly string[]) =>
    cycles.filter(({ state }) => states.includes(state)).map(({ fiscalYear }) => fiscalYear);
  const open = years(['open']);
  if (open.length > 0) return Math.min(...open);
  const all = cycles.map(({ fiscalYear }) => fiscalYear);
  return all.length === 0 ? undefined : Math.max(...all);
}
