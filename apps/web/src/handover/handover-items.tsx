import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { handoverItemsQuery } from '../api/me';
import type { GradeLetter, HandoverItem } from '../api';
import { Card, Failed, Grade, Loading, Pager, useFormats } from '../parts';
import { hasWords, useWords } from '../words';
import { HANDOVER } from './words';

const LETTERS: readonly GradeLetter[] = ['A', 'B', 'C', 'D'];

interface HandoverItemsProps {
  readonly postId: string;
  /** Department of the post, which is not named again at each item. */
  readonly own: string;
}

/** The items of the post, each with what the last year's Check and Act said. */
export function HandoverItems({ postId, own }: HandoverItemsProps): ReactElement {
  const say = useWords(HANDOVER);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery({
    ...handoverItemsQuery(postId, page),
    placeholderData: (before) => before,
  });
  return (
    <Card title={say('items.title')} hint={say('items.hint')} bare>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.total === 0 && <p className="handover-none">{say('items.none')}</p>}
      <ul className="handover-items">
        {data?.rows.map((item) => (
          <Item key={item.key} item={item} own={own} />
        ))}
      </ul>
      {data && <Pager {...data} onPage={setPage} />}
    </Card>
  );
}

function Item({ item, own }: { readonly item: HandoverItem; readonly own: string }): ReactElement {
  const say = useWords(HANDOVER);
  const { year } = useFormats();
  const title = `${item.marker} ${item.title}`.trim();
  const nothing = item.check === null && item.act === null;
  return (
    <li>
      <h3>
        <Link to={`/items/${encodeURIComponent(item.key)}`}>{title}</Link>
      </h3>
      <p className="sub">
        {item.sectionLabel} ＞ {item.programLabel}
      </p>
      {(item.departmentName !== own || item.role === 'support') && (
        <p className="sub">
          {item.departmentName}
          {item.role === 'support' && <span className="pill">{say('items.support')}</span>}
        </p>
      )}
      {nothing || item.fiscalYear === null ? (
        <p className="sub">{say('items.nothing')}</p>
      ) : (
        <>
          <p className="handover-year">{say('items.of_year', { year: year(item.fiscalYear) })}</p>
          <LastYear item={item} title={title} />
        </>
      )}
    </li>
  );
}

interface LastYearProps {
  readonly item: HandoverItem;
  readonly title: string;
}

function LastYear({ item: { check, act, role }, title }: LastYearProps): ReactElement {
  const say = useWords(HANDOVER);
  const letter = LETTERS.find((one) => one === check?.grade);
  const direction = act?.direction ?? '';
  const written = hasWords(HANDOVER, `direction.${direction}`) ? say(`direction.${direction}`) : direction;
  const texts = [
    ['results', check?.results],
    ['issues', act?.issues],
    ['memo', act?.memo],
  ] as const;
  return (
    <>
      <dl className="handover-last">
        {/* A supporting department grades nothing. */}
        {role === 'lead' && (
          <>
            <div>
              <dt>{say('items.grade')}</dt>
              <dd>{letter ? <Grade grade={letter} /> : say('items.unknown')}</dd>
            </div>
            <div>
              <dt>{say('items.direction')}</dt>
              <dd>{written === '' ? say('items.unknown') : written}</dd>
            </div>
          </>
        )}
        {texts.map(
          ([name, text]) =>
            text && (
              <div key={name} className="text">
                <dt>{say(`items.${name}`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="handover-ways">
        <SheetLink id={check?.taskStageId} stage="check" title={title} />
        <SheetLink id={act?.taskStageId} stage="act" title={title} />
      </p>
    </>
  );
}

interface SheetLinkProps {
  readonly id: string | null | undefined;
  readonly stage: 'check' | 'act';
  readonly title: string;
}

function SheetLink({ id, stage, title }: SheetLinkProps): ReactElement | null {
  const say = useWords(HANDOVER);
  if (!id) return null;
  const action = say(`items.sheet.${stage}`);
  return (
    <Link to={`/sheets/${id}`} aria-label={say('items.sheet_of', { action, title })}>
      {action}
    </Link>
  );
}
