import type { ReactElement } from 'react';
import type { CycleList, CycleView } from '../api';
import { Icon, Popover, useFormats } from '../parts';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { workingDayFrom, workingDays } from './move-dates';
import { CYCLE } from './words';

interface FactsProps {
  readonly list: CycleList;
  readonly cycle: CycleView;
}

/** The three things a planner wants to know first: what starts by itself, who gets what, what nobody leads. */
export function Facts({ list, cycle }: FactsProps): ReactElement {
  const say = useWords(CYCLE);
  const { fullDay, year, number } = useFormats();
  const { preview } = cycle;
  const opensOn = list.next && workingDayFrom(list.next.opensOn, workingDays(cycle.holidays));
  return (
    <ul className="facts">
      <li>
        <Icon name="tick-ring" />
        <span>
          {list.next && opensOn ? (
            <Sentence
              of={CYCLE}
              say="facts.next"
              values={{ year: year(list.next.fiscalYear), date: fullDay(opensOn) }}
            />
          ) : (
            say('facts.no_next')
          )}
          {list.next && opensOn !== list.next.opensOn && (
            <span className="sub">{say('facts.moved', { date: fullDay(list.next.opensOn) })}</span>
          )}
        </span>
      </li>
      <li>
        <Icon name="list" />
        <span>
          <Sentence
            of={CYCLE}
            say="facts.sheets"
            values={{ sheets: number(preview.sheets), departments: number(preview.departments) }}
          />
          <span className="sub">
            {say('facts.roles', { lead: number(preview.leadSheets), support: number(preview.supportSheets) })}
          </span>
        </span>
      </li>
      {preview.itemsWithoutLead.length === 0 ? (
        <li>
          <Icon name="tick-ring" />
          <span>{say('facts.all_led')}</span>
        </li>
      ) : (
        <li className="w">
          <Icon name="warning" />
          <span>
            <Sentence of={CYCLE} say="facts.not_led" values={{ number: preview.itemsWithoutLead.length }} />
            <WithoutLead items={preview.itemsWithoutLead} />
            <span className="sub">{say('facts.not_led_next')}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function WithoutLead({ items }: { readonly items: CycleView['preview']['itemsWithoutLead'] }): ReactElement {
  const say = useWords(CYCLE);
  return (
    <Popover summary={say('facts.which')} summaryClass="as-link" className="without-lead">
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <a href={`/items/${encodeURIComponent(item.key)}`}>{item.text}</a>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
