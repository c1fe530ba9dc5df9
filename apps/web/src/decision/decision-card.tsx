import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { isProblem, queryClient } from '../api';
import { decisionQuery, recordDecision } from '../api/reports';
import type { Decision, DecisionPage, RecordDecision } from '../api';
import { useSession } from '../frame/session';
import { Button, Card, Failed, Loading, Notice, useErrorSentence, useFormats } from '../parts';
import { useWords } from '../words';
import { DecisionFields } from './decision-fields';
import { emptyFields, rebased, recordedSince, requestOf, writtenFrom } from './decision-form';
import type { WrittenDecision } from './decision-form';
import { focusField } from './field-id';
import { DecisionHistory } from './decision-history';
import { dropDecision, keepDecision, keptDecision } from './kept-decision';
import type { DecisionPlace } from './kept-decision';
import { DECISION } from './words';
import './decision.css';

interface DecisionCardProps {
  readonly fiscalYear: number;
  readonly sectionKey: string;
  /** Whether the report has a confirmed grade to decide on. */
  readonly graded: boolean;
}

type Told = 'recorded' | 'corrected' | null;

/** 推進本部の決定: recorded in the meeting, below the paper it is about. */
export default function DecisionCard({ fiscalYear, sectionKey, graded }: DecisionCardProps): ReactElement {
  const { person } = useSession();
  const [writing, setWriting] = useState(false);
  // While somebody types, nothing is fetched again by itself.
  const query = { ...decisionQuery(fiscalYear, sectionKey), ...(writing && { staleTime: Infinity }) };
  const { data, error, refetch } = useQuery(query);
  if (data) {
    const place = { personId: person.id, fiscalYear, sectionKey };
    return <Recording page={data} place={place} graded={graded} onWriting={setWriting} />;
  }
  return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={3} />;
}

interface RecordingProps {
  readonly page: DecisionPage;
  readonly place: DecisionPlace;
  readonly graded: boolean;
  readonly onWriting: (writing: boolean) => void;
}

function Recording({ page, place, graded, onWriting }: RecordingProps): ReactElement | null {
  const say = useWords(DECISION);
  const { decision, history, mayRecord } = page;
  const [told, setTold] = useState<Told>(null);
  // Open until it is recorded or left, whatever another records meanwhile.
  const [open, setOpen] = useState(() => decision === null || keptDecision(place) !== null);
  const writes = mayRecord && open;
  useEffect(() => onWriting(writes), [onWriting, writes]);
  // The paper above says already that nothing is recorded.
  if (!mayRecord && decision === null && history.length === 0) return null;
  return (
    <Card
      title={say('title')}
      hint={mayRecord ? say('hint') : undefined}
      className="decide-card"
      id="decision"
    >
      <div role="status">{told && !writes && <Notice tone="good">{say(`told.${told}`)}</Notice>}</div>
      {!mayRecord && <p className="sub">{say('closed')}</p>}
      {writes && !graded && <Notice>{say('ungraded')}</Notice>}
      {writes && <DecisionForm page={page} place={place} onTold={setTold} onClose={() => setOpen(false)} />}
      {mayRecord && !writes && (
        <Button icon="pen" onClick={() => setOpen(true)}>
          {say('correct')}
        </Button>
      )}
      {history.length > 0 && <DecisionHistory history={history} />}
    </Card>
  );
}

interface DecisionFormProps {
  readonly page: DecisionPage;
  readonly place: DecisionPlace;
  readonly onTold: (told: Told) => void;
  readonly onClose: () => void;
}

function DecisionForm({ page, place, onTold, onClose }: DecisionFormProps): ReactElement {
  const say = useWords(DECISION);
  const { fiscalYear, sectionKey } = place;
  const [kept] = useState(() => keptDecision(place));
  const [written, setWritten] = useState(() => kept ?? writtenFrom(page, say('body.usual')));
  const [asked, setAsked] = useState(false);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (changed) keepDecision(place, written);
  }, [changed, place, written]);
  const write = (part: Partial<WrittenDecision>) => {
    setChanged(true);
    setWritten((before) => ({ ...before, ...part }));
  };

  const record = useMutation({
    mutationFn: (request: RecordDecision) => recordDecision(fiscalYear, sectionKey, request),
    onSuccess: async (now) => {
      dropDecision(place);
      onTold(written.version === 0 ? 'recorded' : 'corrected');
      onClose();
      queryClient.setQueryData(decisionQuery(fiscalYear, sectionKey).queryKey, now);
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey.at(-1) !== 'decision',
      });
    },
  });
  const empty = asked ? emptyFields(written) : new Map<string, string>();
  const places = isProblem(record.error, 422) ? record.error.places : [];
  const errorOf = (field: string): string | null => {
    const missing = empty.get(field);
    if (missing !== undefined) return say(missing);
    return places.find((one) => one.field === field)?.text ?? null;
  };
  const send = () => {
    setAsked(true);
    const request = requestOf(written);
    if (request !== null) return record.mutate(request);
    focusField(emptyFields(written).keys().next().value);
  };
  const refused = isProblem(record.error, 409) ? (record.error.extra['decision'] as Decision | null) : null;
  const theirs = refused ?? recordedSince(written, page.decision);
  const leave = () => {
    dropDecision(place);
    onClose();
  };

  return (
    <form
      className="decide-form"
      aria-label={say('title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {kept && !changed && <p className="sub">{say('kept')}</p>}
      <DecisionFields written={written} page={page} write={write} errorOf={errorOf} />
      {(record.error ?? theirs) && (
        <Refused
          error={record.error}
          theirs={theirs}
          onKeep={() => {
            if (theirs) write(rebased(written, theirs));
            record.reset();
          }}
          onLoad={() => {
            leave();
            void queryClient.invalidateQueries(decisionQuery(fiscalYear, sectionKey));
          }}
        />
      )}
      {empty.size > 0 && (
        <p className="err-msg" role="status">
          {say('missing.count', { count: empty.size })}
        </p>
      )}
      <div className="decide-acts">
        {page.decision !== null && <Button onClick={leave}>{say('cancel')}</Button>}
        <Button kind="primary" type="submit" icon="tick" busy={record.isPending && say('recording')}>
          {say(written.version === 0 ? 'record' : 'correct')}
        </Button>
      </div>
    </form>
  );
}

interface RefusedProps {
  /** None yet while mine has not been sent. */
  readonly error: Error | null;
  readonly theirs: Decision | null;
  readonly onKeep: () => void;
  readonly onLoad: () => void;
}

/** Why it was not recorded; when somebody else was first, what stands there now and both ways on. */
function Refused({ error, theirs, onKeep, onLoad }: RefusedProps): ReactElement {
  const say = useWords(DECISION);
  const sentence = useErrorSentence();
  const { plainFullDay } = useFormats();
  return (
    <Notice tone="bad" role="alert">
      <p>{error ? sentence(error) : say('conflict.meanwhile')}</p>
      {theirs && (
        <>
          <p className="written">
            {say('conflict.now', {
              date: plainFullDay(theirs.decidedOn),
              body: theirs.body,
              verdict: say(`verdict.${theirs.verdict}`),
              text: theirs.text,
            })}
          </p>
          <p className="decide-ways">
            <Button small onClick={onKeep}>
              {say('conflict.keep')}
            </Button>
            <Button small onClick={onLoad}>
              {say('conflict.load')}
            </Button>
          </p>
        </>
      )}
    </Notice>
  );
}
