import type { ReactElement } from 'react';
import { Icon } from '../parts';
import { useLanguage, useWords } from '../words';
import { ConcernText } from './concern-text';
import { useDesk } from './desk';
import { focusField } from './focus-field';
import { useDoneQuestions, useLeftBlank, useOpenPlaces } from './open-places';
import { useQuestionLabel } from './question';

/** 提出前の確認: what is open comes first, each a link to its field; what is done is one line. */
export function Checklist(): ReactElement {
  const say = useWords('sheet-page');
  const open = useOpenPlaces();
  const done = useDoneQuestions();
  const label = useQuestionLabel();
  const comma = useLanguage() === 'ja' ? '・' : ', ';
  const { draft } = useDesk();
  const blank = useLeftBlank();
  return (
    <section className="card stick" aria-labelledby="checklist" id="q-checklist">
      <div className="card-head">
        <h2 id="checklist" tabIndex={-1}>
          {say('check.title')}
        </h2>
        <span className="end sub" role="status">
          {open.length > 0 ? say('check.left', { count: open.length }) : say('check.ready')}
        </span>
      </div>
      <ul className="todo">
        {[...open, ...blank].map((place) => (
          <li className="ng" key={place.key}>
            <Icon name="ring" />
            <a
              href={`#f-${place.field}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(place.field);
              }}
            >
              {place.text}
            </a>
          </li>
        ))}
        {done.length > 0 && (
          <li>
            <Icon name="tick-ring" />
            <span>{say('check.done', { fields: done.map(label).join(comma) })}</span>
          </li>
        )}
      </ul>
      {draft.concerns.length > 0 && (
        <div className="concerns">
          <p>
            <Icon name="warning" />
            <b>{say('concerns.title', { count: draft.concerns.length })}</b>
          </p>
          <ul>
            {draft.concerns.map((concern, at) => (
              <li key={at}>
                <ConcernText concern={concern} />
              </li>
            ))}
          </ul>
          <p className="sub">{say('concerns.hint')}</p>
        </div>
      )}
    </section>
  );
}
