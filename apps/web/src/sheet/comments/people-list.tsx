import type { ReactElement } from 'react';
import { Icon } from '../../parts';
import { useWords } from '../../words';
import type { useMention } from './use-mention';
import { COMMENTS } from './words';

/** The server offers no more at once. */
const MOST_OFFERED = 8;

interface PeopleListProps {
  readonly id: string;
  readonly mention: ReturnType<typeof useMention>;
  readonly words: string;
}

/** The people who match, departments before names; the text keeps the focus. */
export function PeopleList({ id, mention, words }: PeopleListProps): ReactElement {
  const say = useWords(COMMENTS);
  const { people, active, refused, loading, choose } = mention;
  const news = refused
    ? say('people.refused', { name: refused.name })
    : loading
      ? say('people.loading')
      : people.length === 0
        ? say('people.none', { words })
        : say(people.length < MOST_OFFERED ? 'people.found' : 'people.many', { count: people.length });
  return (
    <div className="people-pop">
      <p className={refused ? 'err-msg' : 'sub'} role="status">
        {news}
      </p>
      <ul id={id} role="listbox" aria-label={say('people')}>
        {people.map((person, at) => (
          <li
            key={person.personId}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            aria-disabled={!person.reads}
            // The text must not lose the focus before the choice is made.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            <span>
              {person.departmentName} <b>{person.name}</b>
            </span>
            <span className="sub">
              {person.reads ? (
                person.title
              ) : (
                <>
                  <Icon name="line" small /> {say('people.blind')}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
