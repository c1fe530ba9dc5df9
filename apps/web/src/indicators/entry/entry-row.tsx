import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { isProblem, queryClient, submitSheet } from '../../api';
import type { ActualEntry, Answers, Saved } from '../../api';
import { Button, useFormats, WorkBadge, useErrorSentence } from '../../parts';
import { hasWords, useWords } from '../../words';
import type { IndicatorAnswer } from '../../sheet/answers';
import { useDraft } from '../../sheet/use-draft';
import { INDICATORS } from '../words';
import { EntryFields } from './entry-fields';
import { RowState } from './row-state';

/** How the page hands a row in with all the others. */
export interface HandIn {
  readonly filled: () => boolean;
  /** Whether the server took it; the row says why not. */
  readonly send: () => Promise<boolean>;
}

interface EntryRowProps {
  readonly entry: ActualEntry;
  readonly onHandIn: (handIn: HandIn | null) => void;
  /** Nothing else on the page can be handed in: its button is what there is to press. */
  readonly alone: boolean;
}

const EMPTY: IndicatorAnswer = { value: null, milestone: null, reason: null, preliminary: false };
const isFilled = ({ indicatorActual: now }: Answers): boolean =>
  now !== null && now !== undefined && (now.value !== null || now.milestone !== null || now.reason !== null);

/** Why a row is not handed in, by the key of its sentence. */
class NotReady extends Error {}

/** One indicator: last year left and grey, this year right; kept while typing, handed in with a press. */
export function EntryRow({ entry, onHandIn, alone }: EntryRowProps): ReactElement {
  const say = useWords(INDICATORS);
  const { day, daysLeft } = useFormats();
  const subject = useMemo(() => ({ ...entry, missing: [] }), [entry]);
  const { keeper, draft } = useDraft(subject);
  const [unread, setUnread] = useState(false);
  const [handedIn, setHandedIn] = useState<Saved | null>(null);
  const sending = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      const now = keeper.snapshot();
      if (now.save.kind === 'refused') throw now.save.problem;
      // What the server does not have yet, or what is no number, must not be left behind by handing in what was before.
      if (keeper.hasUnsaved()) throw new NotReady('entry.not_saved');
      if (unread) throw new NotReady('entry.not_a_number');
      return submitSheet(entry.taskStageId, now.version);
    },
    onSuccess: async (saved) => {
      setHandedIn(saved);
      await Promise.all(
        ['today', 'counts'].map((list) => queryClient.invalidateQueries({ queryKey: [list] })),
      );
    },
  });
  const editable = entry.editable && handedIn === null;
  const send = (): Promise<boolean> =>
    sending.mutateAsync().then(
      () => true,
      () => false,
    );
  const filled = useEffectEvent(() => editable && !unread && isFilled(keeper.snapshot().answers));
  const sendNow = useEffectEvent(send);
  const register = useEffectEvent(onHandIn);
  useEffect(() => {
    if (!editable) return undefined;
    register({ filled: () => filled(), send: () => sendNow() });
    return () => register(null);
  }, [editable]);
  const write = (part: Partial<IndicatorAnswer>) => {
    const next = { ...EMPTY, ...draft.answers.indicatorActual, ...part };
    const empty = next.value === null && next.milestone === null && next.reason === null;
    keeper.edit({ indicatorActual: empty ? null : next });
  };
  const state =
    handedIn?.state ?? (entry.state === 'none' && isFilled(draft.answers) ? 'drafting' : entry.state);
  const title = entry.unit === '' ? entry.name : say('name', { name: entry.name, unit: entry.unit });
  return (
    <li className="card entry">
      <div className="entry-head">
        <p className="sub">
          {entry.sectionLabel}・{entry.departmentName}
        </p>
        <h3>{title}</h3>
        <p className="line">
          <WorkBadge state={state === 'none' && entry.daysLeft < 0 ? 'overdue' : state} />
          <span className="sub">
            {say('entry.due', { date: day(entry.dueOn), left: daysLeft(entry.daysLeft) })}
          </span>
        </p>
        {entry.note !== '' && <p className="sub">{say('note', { note: entry.note })}</p>}
      </div>
      <EntryFields
        entry={entry}
        title={title}
        answers={draft.answers}
        concerns={draft.concerns}
        editable={editable}
        onActual={write}
        onWords={(words) => keeper.edit(words)}
        onUnread={setUnread}
      />
      <div className="entry-foot">
        <RowState save={draft.save} taskStageId={entry.taskStageId} handedIn={handedIn !== null} />
        {sending.error && (
          <div className="err-msg" role="alert">
            <WhyNot error={sending.error} />
          </div>
        )}
        <Link to={`/sheets/${entry.taskStageId}`} aria-label={say('entry.sheet_of', { name: entry.name })}>
          {say('entry.sheet')}
        </Link>
        {editable && (
          <Button
            small={!alone}
            kind={alone ? 'primary' : 'plain'}
            busy={sending.isPending && say('entry.sending')}
            aria-label={say('entry.send_of', { name: entry.name })}
            onClick={() => void send()}
          >
            {say('entry.send')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Why it was not handed in; what is missing is named field by field. */
function WhyNot({ error }: { readonly error: Error }): ReactElement {
  const say = useWords(INDICATORS);
  const words = useWords('sheet');
  const sentence = useErrorSentence();
  if (error instanceof NotReady) return <p>{say(error.message)}</p>;
  const missing = (isProblem(error) ? error.places : []).flatMap(({ field, code }) =>
    field !== undefined && code.startsWith('missing.') ? [{ field, code }] : [],
  );
  return (
    <>
      <p>{sentence(error)}</p>
      {missing.map(({ field, code }) => (
        <p key={field}>
          {words(hasWords('sheet', code) ? code : 'missing.required', { field: words(`field.${field}`) })}
        </p>
      ))}
    </>
  );
}
