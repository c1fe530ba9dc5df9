import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactElement } from 'react';
import { isProblem, queryClient } from '../../api';
import { useSession } from '../../frame/session';
import { Button, Icon, Notice, useErrorSentence, useFormats } from '../../parts';
import { useWords } from '../../words';
import { dropComment, keepComment, keptComment } from './comment-draft';
import type { CommentPlace } from './comment-draft';
import { bodyOf, lengthOf, restOf } from './mention-text';
import type { Written } from './mention-text';
import { PeopleList } from './people-list';
import { useMention } from './use-mention';
import { COMMENTS } from './words';

/** What the server takes. */
const LONGEST = 4000;

interface ComposerProps {
  readonly taskStageId: string;
  /** An own comment that is being mended, with what stands in it. */
  readonly mends?: { readonly commentId: string; readonly written: Written };
  readonly send: (key: string, body: string) => Promise<unknown>;
  /** The server has it; `isLeft` when other words were typed meanwhile. */
  readonly onSent: (isLeft: boolean) => void;
  readonly onCancel?: () => void;
}

/** A text with people in it. What is not sent yet is kept on this device. */
export function Composer({ taskStageId, mends, send, onSent, onCancel }: ComposerProps): ReactElement {
  const say = useWords(COMMENTS);
  const sentence = useErrorSentence();
  const { number } = useFormats();
  const id = useId();
  const { person } = useSession();
  const place: CommentPlace = { personId: person.id, taskStageId, commentId: mends?.commentId ?? null };
  const [begun] = useState(() => keptComment(place));
  const [key, setKey] = useState(() => begun?.key ?? crypto.randomUUID());
  const [written, setWritten] = useState<Written>(() => begun ?? mends?.written ?? { text: '', chosen: [] });
  const [fault, setFault] = useState<'empty' | 'too_long' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);

  const latest = useRef(written);

  const keep = (next: Written, under: string) => {
    latest.current = next;
    setWritten(next);
    keepComment(place, { ...next, key: under });
  };
  const keepUnderNewKey = (next: Written) => {
    const fresh = crypto.randomUUID();
    setKey(fresh);
    keep(next, fresh);
  };
  const write = (next: Written) => {
    setFault(null);
    keep(next, key);
  };
  const mention = useMention(taskStageId, (next, at) => {
    write(next);
    caret.current = at;
  });
  useEffect(() => {
    if (caret.current === null || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [written]);

  const sending = useMutation({
    mutationFn: (sent: Written) => send(key, bodyOf(sent)),
    onSuccess: (_, sent) => {
      // Who mends a comment sends it as a whole again.
      const isChanged = latest.current.text !== sent.text;
      const left = mends && isChanged ? latest.current : restOf(latest.current, sent);
      keepUnderNewKey(left);
      mention.leave();
      onSent(left.text !== '');
    },
    onError: (refused) => {
      if (!isProblem(refused, 409)) return;
      // It is written already, with other words: they are shown, and these are kept to be sent as they are wanted.
      keepUnderNewKey(latest.current);
      void queryClient.invalidateQueries({ queryKey: ['comments', taskStageId] });
    },
  });
  const count = lengthOf(written);
  const over = count - LONGEST;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (sending.isPending) return;
    const wrong = written.text.trim() === '' ? 'empty' : over > 0 ? 'too_long' : null;
    setFault(wrong);
    if (wrong === null) sending.mutate(written);
    else field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mention.onKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    // Here it sends the comment; elsewhere on the page it submits the sheet.
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
  const look = (target: HTMLTextAreaElement, next: Written) => mention.look(next, target.selectionStart);
  const askForPeople = () => {
    const at = field.current?.selectionStart ?? written.text.length;
    const gap = at > 0 && !/\s$/u.test(written.text.slice(0, at)) ? ' @' : '@';
    const next = { ...written, text: `${written.text.slice(0, at)}${gap}${written.text.slice(at)}` };
    write(next);
    caret.current = at + gap.length;
    mention.look(next, at + gap.length);
  };
  const open = mention.asked !== null;
  const message = fault === null ? null : say(fault, { most: number(LONGEST), over: number(over) });
  return (
    <form className="composer" onSubmit={submit} noValidate>
      {begun && sending.isIdle && written.text === begun.text && (
        <p className="sub" role="status">
          {say('restored')}
        </p>
      )}
      {sending.error && (
        <Notice tone="bad" role="alert">
          {sentence(sending.error)}
        </Notice>
      )}
      <label className="label" htmlFor={id}>
        {say(mends ? 'change.field' : 'label')}
      </label>
      <div className="composer-field">
        <textarea
          ref={field}
          className="textarea"
          id={id}
          rows={3}
          autoFocus={mends !== undefined}
          value={written.text}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? `${id}-people` : undefined}
          aria-activedescendant={
            open && mention.people.length > 0 ? `${id}-people-${mention.active}` : undefined
          }
          onChange={({ target }) => {
            const next = { ...written, text: target.value };
            write(next);
            look(target, next);
          }}
          onSelect={({ currentTarget }) => look(currentTarget, written)}
          onKeyDown={onKeyDown}
          onBlur={mention.leave}
        />
        {open && <PeopleList id={`${id}-people`} mention={mention} words={mention.asked?.words ?? ''} />}
      </div>
      <p className={message ? 'err-msg' : 'hint len'} id={`${id}-hint`} role={message ? 'alert' : undefined}>
        {message ? (
          <>
            <Icon name="warning" small />
            {message}
          </>
        ) : (
          <>
            <span>{say('hint')}</span>
            <span className="nb">{say('length', { count: number(count), most: number(LONGEST) })}</span>
          </>
        )}
      </p>
      <div className="composer-acts">
        <Button type="submit" icon="talk" busy={sending.isPending && say('sending')}>
          {say(mends ? 'change.save' : 'send')}
        </Button>
        <Button kind="quiet" icon="person" onClick={askForPeople}>
          {say('mention')}
        </Button>
        {onCancel && (
          <Button
            kind="quiet"
            onClick={() => {
              dropComment(place);
              onCancel();
            }}
          >
            {say('change.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
