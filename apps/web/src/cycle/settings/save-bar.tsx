import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { Button, Icon, Notice, useErrorSentence } from '../../parts';
import { useWords } from '../../words';
import { Sentence } from '../../words/sentence';
import { useDatesPreview } from '../use-dates-preview';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { fieldId } from './field-id';
import { useChangeWords } from './change-words';

/** What is unsaved and what is wrong with it, with the one button that saves everything. */
export function SaveBar({ editor }: { readonly editor: CycleEditor }): ReactElement | null {
  const say = useWords(CYCLE);
  const sentence = useErrorSentence();
  const { name } = useChangeWords();
  const { changes, unread, problem, error } = editor;
  const [pressed, setPressed] = useState(false);
  const navigate = useNavigate();
  const dates = changes.some(({ is }) => is === 'date');
  const preview = useDatesPreview(editor, dates);
  if (editor.conflict !== null) return null;
  if (!editor.mayEdit) return <p className="sub locked">{say('save.locked')}</p>;
  const wrong = Object.keys(unread);
  const nothing = changes.length === 0 && wrong.length === 0;
  const showFirst = (fields: readonly string[]) => {
    const [first] = fields
      .flatMap((field) => document.getElementById(fieldId(field)) ?? [])
      .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    if (first) first.focus();
    else void navigate('?view=dates');
  };
  const press = () => {
    setPressed(true);
    if (wrong.length > 0) showFirst(wrong);
    else if (changes.length > 0) editor.save();
  };
  return (
    <div className="save-bar">
      {error !== null && (
        <Notice tone="bad" role="alert">
          <p>{sentence(error)}</p>
          {problem && problem.places.length > 0 && (
            <ul>
              {problem.places.map((place, at) => (
                <li key={at}>
                  <a href={`#${fieldId(place.field ?? '')}`}>
                    {place.field === undefined ? '' : name(place.field)}
                  </a>
                  {say('colon')}
                  {place.text}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <div className="save-line">
        <p role="status">
          {changes.length > 0 && (
            <span>
              <Sentence of={CYCLE} say="save.changed" values={{ number: changes.length }} />
            </span>
          )}
          {changes.length > 0 && preview && (
            <span className="sub">
              {say('save.affected', {
                sheets: preview.affected.sheets,
                departments: preview.affected.departments,
              })}
            </span>
          )}
          {wrong.length > 0 && (
            <span className="err-msg">{say('save.unread', { number: wrong.length })}</span>
          )}
          {nothing && editor.saved && (
            <>
              <Icon name="tick-ring" />
              {say('save.done')}
            </>
          )}
          {nothing && !editor.saved && say(pressed ? 'save.nothing' : 'save.same')}
        </p>
        {!nothing && (
          <Button
            onClick={() => {
              setPressed(false);
              editor.reset();
            }}
          >
            {say('save.put_back')}
          </Button>
        )}
        <Button
          kind={nothing ? 'plain' : 'primary'}
          busy={editor.saving && say('save.saving')}
          onClick={press}
        >
          {say('save.do')}
        </Button>
      </div>
    </div>
  );
}
