import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { mentionableQuery } from '../../api/comments';
import type { MentionablePerson } from '../../api';
import { askedAt, labelOf, withChosen } from './mention-text';
import type { Asked, Written } from './mention-text';

const NOBODY: readonly MentionablePerson[] = [];

interface MentionChoice {
  readonly asked: Asked | null;
  readonly people: readonly MentionablePerson[];
  readonly loading: boolean;
  /** Which of the people the arrow keys are on. */
  readonly active: number;
  /** Somebody who may not read the sheet was meant. */
  readonly refused: MentionablePerson | null;
  /** Tells where the caret is after every change of text or place. */
  readonly look: (written: Written, caret: number) => void;
  readonly choose: (person: MentionablePerson) => void;
  /** The text lost the focus; coming back to the same place offers people again. */
  readonly leave: () => void;
  /** Whether the key was meant for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** The people offered while a name is typed after an @. */
export function useMention(
  taskStageId: string,
  onChosen: (written: Written, caret: number) => void,
): MentionChoice {
  const [at, setAt] = useState<{ written: Written; caret: number; asked: Asked } | null>(null);
  const [active, setActive] = useState(0);
  const [refused, setRefused] = useState<MentionablePerson | null>(null);
  // Closed by Esc, until another @ is typed.
  const [closed, setClosed] = useState<number | null>(null);
  const words = useDeferredValue(at?.asked.words ?? '');
  const found = useQuery({
    ...mentionableQuery(taskStageId, words),
    enabled: at !== null,
    placeholderData: (before) => before,
  });
  const people = at === null ? NOBODY : (found.data?.rows ?? NOBODY);
  const close = () => {
    setClosed(at?.asked.from ?? null);
    setAt(null);
  };
  const choose = (person: MentionablePerson) => {
    if (at === null) return;
    if (!person.reads) {
      setRefused(person);
      return;
    }
    const { personId, name, departmentName } = person;
    const chosen = { personId, label: labelOf(departmentName, name) };
    const next = withChosen(at.written, at.asked, at.caret, chosen);
    setAt(null);
    onChosen(next.written, next.caret);
  };
  return {
    asked: at?.asked ?? null,
    people,
    loading: found.isFetching && found.data === undefined,
    active: Math.min(active, Math.max(0, people.length - 1)),
    refused,
    leave: () => setAt(null),
    choose,
    look: (written, caret) => {
      const asked = askedAt(written, caret);
      if (asked?.words !== at?.asked.words) {
        setActive(0);
        setRefused(null);
      }
      if (asked === null || asked.from !== closed) setClosed(null);
      setAt(asked === null || asked.from === closed ? null : { written, caret, asked });
    },
    onKey: ({ key, nativeEvent }) => {
      // Enter that ends a conversion of kana belongs to the keyboard program.
      if (at === null || nativeEvent.isComposing) return false;
      if (key === 'Escape') {
        close();
        return true;
      }
      if (people.length === 0) return false;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        const step = key === 'ArrowDown' ? 1 : -1;
        setActive((active + step + people.length) % people.length);
        return true;
      }
      const person = people[active];
      if ((key !== 'Enter' && key !== 'Tab') || !person) return false;
      choose(person);
      return true;
    },
  };
}
