import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Sheet } from '../api';
import { Button, Notice, useFormats } from '../parts';
import { useWords } from '../words';
import { useDesk } from './desk';
import { useFieldName } from './field-names';
import { focusField } from './focus-field';
import { ReturnPlaces } from './return-places';

type SentBack = Sheet['returned'][number];

/** What the person has just done to the sheet. */
export type News = 'submitted' | 'withdrawn' | 'not_applicable';

/** What happened to the sheet since it was last in these hands: sent back and why, waiting and for whom, done. */
export function SheetNews({ news }: { readonly news: News | null }): ReactElement {
  const say = useWords('sheet-page');
  const { sheet, draft } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (news === null) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [news]);
  return (
    <div className="sheet-news" ref={place} tabIndex={-1}>
      <StateNews news={news} />
      {sheet.editable && <Returned />}
      {draft.restored && (
        <Notice tone="flat" role="status">
          {say('save.restored')}
        </Notice>
      )}
    </div>
  );
}

function StateNews({ news }: { readonly news: News | null }): ReactElement | null {
  const say = useWords('sheet-page');
  const { day } = useFormats();
  const { sheet } = useDesk();
  const waiting = sheet.chain.find(({ state }) => state === 'waiting');
  if (sheet.endedOn !== null)
    return <Notice tone="flat">{say('state.ended', { date: day(sheet.endedOn) })}</Notice>;
  if (sheet.state === 'not_applicable') return <NotApplicable />;
  if (sheet.editable)
    return news === 'withdrawn' ? <Notice tone="flat">{say('done.withdrawn')}</Notice> : null;
  if (sheet.state === 'approved') return <Notice tone="good">{say('state.approved')}</Notice>;
  if (sheet.state !== 'submitted') return null;
  const key = news === 'submitted' ? 'done.submitted' : 'state.submitted';
  return (
    <Notice tone={news === 'submitted' ? 'good' : 'flat'}>
      {waiting?.dueOn ? say(key, { title: waiting.title, date: day(waiting.dueOn) }) : say(`${key}_plain`)}
    </Notice>
  );
}

function NotApplicable(): ReactElement {
  const say = useWords('sheet-page');
  const { sheet } = useDesk();
  return (
    <Notice tone="flat">
      <b>{say('state.not_applicable')}</b>
      {sheet.notApplicableReason !== null && <p className="written">{sheet.notApplicableReason}</p>}
      {sheet.editable && <p>{say('state.not_applicable_back')}</p>}
    </Notice>
  );
}

/** A reason whose places lead to their fields. */
function ReturnReason({ returned: { reason, places } }: { readonly returned: SentBack }): ReactElement {
  const say = useWords('sheet-page');
  const name = useFieldName();
  return (
    <>
      {places.length > 0 && (
        <div className="return-places" role="group" aria-label={say('returned.places')}>
          {places.map((place) => (
            <Button key={place} small icon="pen" onClick={() => focusField(place)}>
              {name(place)}
            </Button>
          ))}
        </div>
      )}
      <p className="written">{reason}</p>
    </>
  );
}

/** The latest reason in full, earlier ones behind a press. */
function Returned(): ReactElement | null {
  const say = useWords('sheet-page');
  const { day } = useFormats();
  const { sheet } = useDesk();
  const [latest, ...earlier] = [...sheet.returned].sort((one, other) => other.on.localeCompare(one.on));
  if (!latest) return null;
  return (
    <Notice>
      <b>{say('returned.title', { by: latest.by, date: day(latest.on) })}</b>
      <ReturnReason returned={latest} />
      {earlier.length > 0 && (
        <details>
          <summary>{say('returned.earlier', { count: earlier.length })}</summary>
          {earlier.map((one, at) => (
            <div key={at}>
              <p>
                <b>{say('returned.title', { by: one.by, date: day(one.on) })}</b>
              </p>
              <ReturnPlaces places={one.places} />
              <p className="written">{one.reason}</p>
            </div>
          ))}
        </details>
      )}
    </Notice>
  );
}
