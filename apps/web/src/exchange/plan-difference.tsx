import type { ReactElement } from 'react';
import type { PlanPreview } from '../api';
import { Icon, Notice } from '../parts';
import type { IconName } from '../parts';
import { DiffText } from '../parts/diff-text';
import { useWords } from '../words';
import type { EntryDifference } from './plan-reading';
import { EXCHANGE } from './words';

const CHANGES = ['added', 'changed', 'moved', 'withdrawn'] as const;
const ICONS: Readonly<Record<EntryDifference['change'], IconName>> = {
  added: 'plus',
  changed: 'pen',
  moved: 'back',
  withdrawn: 'line',
};

/** What accepting the document would change in the plan that is there, entry by entry. */
export function PlanDifference({
  difference,
  replaces,
  onReplace,
}: {
  readonly difference: NonNullable<PlanPreview['difference']>;
  readonly replaces: boolean;
  readonly onReplace: (replaces: boolean) => void;
}): ReactElement {
  const say = useWords(EXCHANGE);
  const { entries, otherPlan } = difference;
  return (
    <section aria-labelledby="plan-difference">
      <h3 id="plan-difference">{say('difference.title')}</h3>
      {otherPlan && (
        <Notice tone="bad" role="alert">
          <p>{say('difference.other_plan')}</p>
          <label className="tick">
            <input type="checkbox" checked={replaces} onChange={() => onReplace(!replaces)} />
            {say('difference.replace')}
          </label>
        </Notice>
      )}
      {entries.length === 0 && <p>{say('difference.none')}</p>}
      {CHANGES.map((change) => {
        const own = entries.filter((entry) => entry.change === change);
        if (own.length === 0) return null;
        return (
          <details key={change} className="difference" open={own.length <= OPEN_UP_TO}>
            <summary>
              <Icon name={ICONS[change]} small />
              <b>{say(`difference.${change}`, { number: own.length })}</b>
              <span className="sub">{say(`difference.${change}_means`)}</span>
            </summary>
            <ul>
              {own.map((entry) => (
                <Entry key={`${entry.kind} ${entry.key}`} entry={entry} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

/** A short list stands open; a long one first tells its number. */
const OPEN_UP_TO = 20;

function Entry({ entry }: { readonly entry: EntryDifference }): ReactElement {
  const say = useWords(EXCHANGE);
  const { kind, key, keyBefore, title, line, fields } = entry;
  const place = keyBefore === null ? key : say('difference.from_to', { from: keyBefore, to: key });
  return (
    <li>
      <span className="sub">
        {say(`kind.${kind}`)} {place}
        {line !== null && entry.change !== 'withdrawn' && say('difference.at_line', { line })}
      </span>
      {fields.length === 0 ? (
        <p>{title}</p>
      ) : (
        fields.map(({ field, before, after }) => (
          <p key={field}>
            <span className="sub">{say(`field.${field}`)}</span>{' '}
            <DiffText before={valueOf(field, before)} after={valueOf(field, after)} />
          </p>
        ))
      )}
    </li>
  );

  /** Codes are printed as words. */
  function valueOf(field: string, value: string): string {
    return (field === 'direction' || field === 'kind') && value !== ''
      ? say(`${field === 'kind' ? 'indicator_kind' : 'direction'}.${value}`)
      : value;
  }
}
