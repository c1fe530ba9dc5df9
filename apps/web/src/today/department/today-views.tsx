import type { ReactElement } from 'react';
import { SubNav } from '../../parts/sub-nav';
import { useWords } from '../../words';
import { todayPath } from '../today-address';
import type { TodayAddress } from '../today-address';
import { DEPARTMENT } from './words';

/** 自分／所属全体 */
export default function TodayViews({ view }: Pick<TodayAddress, 'view'>): ReactElement {
  const say = useWords(DEPARTMENT);
  return (
    <SubNav
      label={say('view.label')}
      entries={(['own', 'department'] as const).map((one) => ({
        key: one,
        to: todayPath({ view: one }),
        name: say(`view.${one}`),
        current: one === view,
      }))}
    />
  );
}
