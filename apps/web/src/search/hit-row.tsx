import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { MarkedText as Pieces, SearchHit } from '../api';
import { mayRead } from '../frame/readers';
import { useSession } from '../frame/session';
import { StageMark, useFormats, WorkBadge } from '../parts';
import { useWords } from '../words';
import { MarkedText } from './marked-text';
import { placeOfHit } from './place-of-hit';
import { SEARCH } from './words';

interface HitRowProps {
  readonly hit: SearchHit;
  readonly onFollow?: (() => void) | undefined;
}

/** What was found: first what tells hits of one title apart, then the way to it, where it belongs and the words around the hit. */
export function HitRow({ hit, onFollow }: HitRowProps): ReactElement {
  const say = useWords(SEARCH);
  const { year } = useFormats();
  const { outsider } = useSession();
  const to = placeOfHit(hit, outsider);
  return (
    <li className="hit">
      <span className="hit-kind">
        {hit.stage ? (
          <StageMark stage={hit.stage} />
        ) : (
          <span className="pill">{say(`type.${hit.type}`)}</span>
        )}
        {hit.fiscalYear !== null && <b>{year(hit.fiscalYear)}</b>}
      </span>
      <div>
        {to === null ? (
          <b>
            <MarkedText pieces={hit.title} />
          </b>
        ) : (
          <Link className="hit-title" to={to} data-hit onClick={onFollow}>
            {hit.type === 'sheet' ? (
              <SheetTitle hit={hit} />
            ) : (
              <Title marker={hit.marker} pieces={hit.title} />
            )}
          </Link>
        )}
        {hit.excerpt !== null && (
          <p className="hit-text">
            <MarkedText pieces={hit.excerpt} />
          </p>
        )}
        <p className="sub hit-place">
          {hit.type === 'person' ? (
            <PersonWays hit={hit} onFollow={onFollow} />
          ) : (
            <>
              {hit.departmentName !== null && <span>{hit.departmentName}</span>}
              {hit.place !== '' && <span>{hit.place}</span>}
            </>
          )}
          {hit.state !== null && <WorkBadge state={hit.state} />}
        </p>
      </div>
    </li>
  );
}

/** To what their department hands in, for those who look after it, and for everybody to their mail. */
function PersonWays({ hit: { departmentCode, departmentName, place }, onFollow }: HitRowProps): ReactElement {
  const say = useWords(SEARCH);
  const session = useSession();
  return (
    <>
      {departmentCode !== null && mayRead('cycle', session) && (
        <Link
          to={`/cycle?${new URLSearchParams({ department: departmentCode })}#submissions`}
          data-hit
          onClick={onFollow}
        >
          {say('person.work', { department: departmentName ?? '' })}
        </Link>
      )}
      {place !== '' && (
        <a href={`mailto:${place}`} data-hit onClick={onFollow}>
          {place}
        </a>
      )}
    </>
  );
}

function Title({ marker, pieces }: { readonly marker: string; readonly pieces: Pieces }): ReactElement {
  return (
    <>
      {marker !== '' && `${marker}　`}
      <MarkedText pieces={pieces} />
    </>
  );
}

/** 検証指標の実績値：… with the marks inside: the sentence of the subject, around its title. */
function SheetTitle({ hit }: { readonly hit: SearchHit }): ReactNode {
  const say = useWords('parts');
  if (hit.subjectKind === null || hit.subjectKind === 'item')
    return <Title marker={hit.marker} pieces={hit.title} />;
  const [before = '', after = ''] = say(`subject.${hit.subjectKind}`, { title: '\n' }).split('\n');
  return (
    <>
      {before}
      <MarkedText pieces={hit.title} />
      {after}
    </>
  );
}
