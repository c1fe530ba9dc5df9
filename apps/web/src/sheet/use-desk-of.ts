import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Sheet } from '../api';
import { useSession } from '../frame/session';
import { hasWords, useWords } from '../words';
import { fieldStatus } from './answers';
import type { Desk } from './desk';
import type { DraftKeeper } from './draft-keeper';
import { stillMissing } from './open-places';
import { Unfinished } from './unfinished';
import { unfinishedPlaces } from './unfinished-places';
import { useDraft } from './use-draft';

interface DeskOf {
  readonly desk: Desk;
  readonly keeper: DraftKeeper;
  readonly unfinished: Unfinished;
  /** Shows what is missing in place and moves to the list of it. */
  readonly ask: () => void;
}

/** Puts a sheet on the desk: its draft, the sentences of its errors, the way to change it. */
export function useDeskOf(sheet: Sheet): DeskOf {
  const words = useWords('sheet');
  const { person } = useSession();
  const { keeper, draft } = useDraft(sheet);
  const [unfinished] = useState(
    () => new Unfinished({ personId: person.id, taskStageId: sheet.taskStageId }),
  );
  const held = useSyncExternalStore(unfinished.subscribe, unfinished.snapshot);
  const [asked, setAsked] = useState(false);
  const lastYear = sheet.lastYear?.answers;

  const desk = useMemo<Desk>(() => {
    const { answers, save } = draft;
    const refused = save.kind === 'refused' ? save.problem.places : [];
    const base = { sheet, draft, answers, lastYear, editable: sheet.editable, asked, held, unfinished };
    const missing = asked ? stillMissing(base) : [];
    return {
      ...base,
      edit: (changes) => keeper.edit(changes),
      statusOf: (field) => fieldStatus(field, answers, lastYear),
      errorOf: (key) => {
        const place = refused.find(({ field }) => field === key || field === `answers.${key}`);
        if (place) return place.text;
        const open = missing.find(({ field }) => field === key);
        // What is half typed says itself what is wrong with it.
        if (!open) return null;
        if (open.code !== 'list_incomplete' && unfinishedPlaces(held).some((one) => one.field === key))
          return null;
        const field = sheet.fields.find((one) => one.key === key);
        const unconfirmed = field && fieldStatus(field, answers, lastYear) === 'unconfirmed';
        const known = hasWords('sheet', `missing.${open.code}`) ? open.code : 'required';
        const code = unconfirmed ? 'unconfirmed' : key === 'ratings' ? 'ratings_reason' : known;
        return words(`missing.${code}`, { field: words(`field.${key}`) });
      },
    };
  }, [sheet, draft, lastYear, asked, held, unfinished, keeper, words]);

  const ask = () => {
    setAsked(true);
    const list = document.getElementById('checklist');
    list?.scrollIntoView({ block: 'center' });
    list?.focus({ preventScroll: true });
  };
  return { desk, keeper, unfinished, ask };
}
