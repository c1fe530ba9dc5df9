import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ItemState, PlanItem } from '../api';
import { Icon, StageMark, useFormats, WorkBadge } from '../parts';
import { useWords } from '../words';
import { Marked } from './marked';
import { leadOf } from './plan-tree';
import { PLAN } from './words';

interface ItemListProps {
  readonly items: readonly PlanItem[];
  readonly query?: string;
  /** Where each of them stands now, by its key. */
  readonly states?: ReadonlyMap<string, ItemState>;
}

/** Items with the departments that do them; the text stands whole. */
export function ItemList({ items, query = '', states }: ItemListProps): ReactElement {
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.key}>
          <span className="marker">{item.marker}</span>
          <div>
            <Link to={`/items/${encodeURIComponent(item.key)}`}>
              <Marked text={item.text} query={query} />
            </Link>
            <Departments item={item} query={query} />
          </div>
          <StateOf state={states?.get(item.key)} />
        </li>
      ))}
    </ul>
  );
}

/** The stage that counts now, and its state. */
function StateOf({ state }: { readonly state: ItemState | undefined }): ReactElement | null {
  const say = useWords(PLAN);
  const { year } = useFormats();
  if (state === undefined) return null;
  return (
    <p className="item-state">
      <StageMark stage={state.stage} />
      <span className="sr">{say('state.of', { year: year(state.fiscalYear) })}</span>
      <WorkBadge state={state.badge} />
    </p>
  );
}

/** 主担当 市民協働課　関係 広報課、… */
export function Departments({
  item,
  query = '',
}: {
  readonly item: PlanItem;
  readonly query?: string;
}): ReactElement {
  const say = useWords(PLAN);
  const lead = leadOf(item);
  const support = item.departments.filter(({ role }) => role === 'support').map(({ name }) => name);
  return (
    <p className="sub">
      {lead ? (
        <>
          {say('item.lead')} <Marked text={lead.name} query={query} />
        </>
      ) : (
        <span className="no-lead">
          <Icon name="warning" small />
          {say('item.no_lead')}
        </span>
      )}
      {support.length > 0 && (
        <>
          {say('gap')}
          {say('item.support')} <Marked text={support.join(say('comma'))} query={query} />
        </>
      )}
    </p>
  );
}
