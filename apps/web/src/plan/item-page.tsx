import './plan.css';
import './item.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { itemYearsQuery, planQuery } from '../api';
import type { GradeLetter, ItemYears } from '../api';
import { useSession } from '../frame/session';
import {
  Crumbs,
  daysBetween,
  Failed,
  Grade,
  Icon,
  Loading,
  PageTitle,
  StageMark,
  useFormats,
  WorkBadge,
} from '../parts';
import { useOrigin } from '../parts/use-origin';
import { hasWords, useWords } from '../words';
import { Departments } from './item-list';
import { placeOfItem } from './plan-tree';
import { PLAN } from './words';

const LETTERS: readonly GradeLetter[] = ['A', 'B', 'C', 'D'];

type Year = ItemYears['years'][number];
type StageOfYear = Year['stages'][number];

/** One item of the plan with all its years: what was done, how it was graded, what it cost. */
export default function ItemPage(): ReactElement {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery(itemYearsQuery(key));
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  return data ? <Item years={data} /> : <Loading rows={5} />;
}

function Item({ years: { item, years } }: { readonly years: ItemYears }): ReactElement {
  const say = useWords(PLAN);
  return (
    <div className="plan item">
      <Place item={item} />
      <PageTitle tab={`${item.marker} ${item.text.slice(0, 24)}`} className="item-title">
        {say('item.title', { marker: item.marker, text: item.text })}
      </PageTitle>
      <Departments item={item} />
      {years.length === 0 && <p className="card nothing">{say('years.none')}</p>}
      {[...years]
        .sort((one, other) => other.fiscalYear - one.fiscalYear)
        .map((year) => (
          <YearCard key={year.fiscalYear} year={year} />
        ))}
    </div>
  );
}

function Place({ item }: { readonly item: ItemYears['item'] }): ReactElement {
  const say = useWords(PLAN);
  const { data } = useQuery(planQuery);
  const place = data && placeOfItem(data, item.key);
  const origin = useOrigin();
  return (
    <Crumbs>
      {[
        <Link key="from" to={origin?.to ?? '/plan'}>
          {origin?.name ?? data?.title ?? say('title')}
        </Link>,
        place ? (
          <Link key="section" to={`/plan/${encodeURIComponent(place.section.key)}`}>
            {place.section.number} {place.section.title}
          </Link>
        ) : (
          item.sectionLabel
        ),
        item.programLabel,
      ]}
    </Crumbs>
  );
}

function YearCard({ year: { fiscalYear, stages } }: { readonly year: Year }): ReactElement {
  const say = useWords(PLAN);
  const { year } = useFormats();
  const support = stages.filter(({ role }) => role === 'support');
  return (
    <section className="card year" aria-labelledby={`year-${fiscalYear}`}>
      <div className="card-head">
        <h2 id={`year-${fiscalYear}`}>
          {say('cycle', { year: year(fiscalYear), held: year(fiscalYear + 1) })}
        </h2>
      </div>
      <StageTable stages={stages.filter(({ role }) => role === 'lead')} />
      {support.length > 0 && (
        <details>
          <summary>
            <Icon name="next" small />
            {say('years.supporting', { number: support.length })}
          </summary>
          <StageTable stages={support} />
        </details>
      )}
    </section>
  );
}

const HEADS = ['stage', 'state', 'outcome', 'summary'] as const;

function StageTable({ stages }: { readonly stages: readonly StageOfYear[] }): ReactElement {
  const say = useWords(PLAN);
  return (
    <table className="rows">
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {say(`years.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, at) => (
          <StageRow key={`${stage.stage}-${stage.departmentName}-${at}`} stage={stage} />
        ))}
      </tbody>
    </table>
  );
}

function StageRow({ stage }: { readonly stage: StageOfYear }): ReactElement {
  const say = useWords(PLAN);
  const { plainDay } = useFormats();
  return (
    <tr>
      <th scope="row">
        <StageMark stage={stage.stage} />
        <span className="sub">{stage.departmentName}</span>
      </th>
      <td data-label={say('years.state')}>
        {stage.opensOn === null ? (
          <WorkBadge state={stage.badge} />
        ) : (
          <span className="sub">{say('years.from', { date: plainDay(stage.opensOn) })}</span>
        )}
        {stage.opensOn === null && stage.dueOn !== null && <Due on={stage.dueOn} />}
        {stage.opensOn === null && stage.taskStageId !== null && (
          <Link className="see" to={`/sheets/${stage.taskStageId}`}>
            {say('years.open')}
          </Link>
        )}
      </td>
      <Outcome stage={stage} />
      <td
        className={stage.summary === null ? 'summary unknown' : 'summary'}
        data-label={say('years.summary')}
      >
        {stage.summary ?? say('none')}
      </td>
    </tr>
  );
}

/** By when it must be handed in, and how long that is still. */
function Due({ on }: { readonly on: string }): ReactElement {
  const say = useWords(PLAN);
  const { plainDay, daysLeft } = useFormats();
  const left = daysBetween(useSession().today, on);
  return (
    <span className="due">
      <span className="nb">{say('years.until', { date: plainDay(on) })}</span>
      <span className={left < 0 ? 'sub late' : 'sub'}>{daysLeft(left)}</span>
    </span>
  );
}

/** Each stage ends in one of them at most: the Check in a grade and its costs, the Act in a direction. */
function Outcome({ stage }: { readonly stage: StageOfYear }): ReactElement {
  const say = useWords(PLAN);
  const { money } = useFormats();
  const letter = LETTERS.find((one) => one === stage.grade);
  const { direction, settledCost } = stage;
  const isKnown = letter !== undefined || direction !== null || settledCost !== null;
  return (
    <td data-label={say('years.outcome')} className={isKnown ? undefined : 'unknown'}>
      <div className="outcome">
        {!isKnown && say('none')}
        {letter !== undefined && <Grade grade={letter} />}
        {direction !== null && (
          <span>{hasWords(PLAN, `direction.${direction}`) ? say(`direction.${direction}`) : direction}</span>
        )}
        {settledCost !== null && (
          <span className="nb">{say('years.settled', { cost: money(settledCost) })}</span>
        )}
      </div>
    </td>
  );
}
