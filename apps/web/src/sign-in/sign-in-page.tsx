import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { queryClient, sessionQuery, signIn, signInAsSample, signInPageQuery } from '../api';
import type { SamplePerson, Session } from '../api';
import {
  Button,
  CityContext,
  Failed,
  Icon,
  Loading,
  Mark,
  Notice,
  PageTitle,
  useErrorSentence,
} from '../parts';
import { ENTERING } from '../frame/home';
import { switchLanguage, useWords } from '../words';
import { LanguageChoice } from './language-choice';
import { TextLine } from './text-line';
import './sign-in.css';
import './words';

/** Where the person came from and why, as the frame hands it over. */
interface Arrival {
  readonly from?: string;
  readonly expired?: boolean;
  readonly left?: boolean;
}

export default function SignInPage(): ReactElement {
  const say = useWords('sign-in');
  const { data: page, error, refetch } = useQuery(signInPageQuery);
  const { state } = useLocation() as { state: Arrival | null };
  const enter = useEntering(state?.from);
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (!page) return <Loading rows={3} />;
  const sample = page.samplePeople.length > 0;
  return (
    <CityContext value={page.city}>
      <main className="sign-in">
        <header className="sign-in-head">
          <p className="brand">
            <Mark />
            {say('product')}
            <small>{page.city}</small>
          </p>
          <LanguageChoice label={say('language')} />
          <PageTitle tab={say('tab')}>{say('title')}</PageTitle>
          <p className="sub">{say('what')}</p>
        </header>
        {state?.expired && <Notice role="status">{say('expired')}</Notice>}
        {state?.left && (
          <Notice tone="flat" role="status">
            {say('left')}
          </Notice>
        )}
        {sample && <SamplePeople people={page.samplePeople} onEntered={enter} />}
        <PasswordForm primary={!sample} onEntered={enter} />
      </main>
    </CityContext>
  );
}

/** Keeps the session, takes the person's language and goes on to where they wanted to be. */
function useEntering(to: string | undefined): (session: Session) => Promise<void> {
  const navigate = useNavigate();
  return async (session) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sign-in' });
    queryClient.setQueryData(sessionQuery.queryKey, session);
    await switchLanguage(session.person.language);
    await (to === undefined
      ? navigate('/', { replace: true, state: ENTERING })
      : navigate(to, { replace: true }));
  };
}

interface EnteringProps {
  readonly onEntered: (session: Session) => Promise<void>;
}

function SamplePeople({
  people,
  onEntered,
}: EnteringProps & { people: readonly SamplePerson[] }): ReactElement {
  const say = useWords('sign-in');
  const sentence = useErrorSentence();
  const entering = useMutation({
    mutationFn: signInAsSample,
    onSuccess: onEntered,
    meta: { mayBeSignedOut: true },
  });
  return (
    <section className="card" aria-labelledby="sample">
      <div className="card-head">
        <h2 id="sample">{say('sample.title')}</h2>
        <span className="sub">{say('sample.hint')}</span>
      </div>
      {entering.error && (
        <Notice tone="bad" role="alert">
          {sentence(entering.error)}
        </Notice>
      )}
      <ul className="sample-people">
        {people.map((person) => (
          <li key={person.staffNumber}>
            <button
              type="button"
              className="sample-person"
              aria-busy={entering.isPending && entering.variables === person.staffNumber}
              onClick={() => !entering.isPending && entering.mutate(person.staffNumber)}
            >
              <Icon name="person" />
              <span>
                <b>{person.name}</b>
                <span>{say('sample.where', { department: person.departmentName, title: person.title })}</span>
                <span className="sub">{say(`part.${person.part}`)}</span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PasswordForm({ primary, onEntered }: EnteringProps & { primary: boolean }): ReactElement {
  const say = useWords('sign-in');
  const sentence = useErrorSentence();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const entering = useMutation({ mutationFn: signIn, onSuccess: onEntered, meta: { mayBeSignedOut: true } });
  const nameMissing = asked && name.trim() === '';
  const passwordMissing = asked && password === '';
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const first = name.trim() === '' ? 'name' : password === '' ? 'password' : null;
    if (first === null) entering.mutate({ name: name.trim(), password });
    else document.getElementById(first)?.focus();
  };
  return (
    <section className="card" aria-labelledby="with-password">
      <div className="card-head">
        <h2 id="with-password">{say('form.title')}</h2>
      </div>
      <form className="card-body sign-in-form" onSubmit={send} noValidate>
        {entering.error && (
          <Notice tone="bad" role="alert">
            {sentence(entering.error)}
          </Notice>
        )}
        <TextLine
          id="name"
          label={say('form.name')}
          value={name}
          onChange={setName}
          complete="username"
          error={nameMissing ? say('form.name_missing') : null}
        />
        <TextLine
          id="password"
          label={say('form.password')}
          value={password}
          onChange={setPassword}
          complete="current-password"
          error={passwordMissing ? say('form.password_missing') : null}
        />
        <Button
          type="submit"
          kind={primary ? 'primary' : 'plain'}
          busy={entering.isPending && say('form.sending')}
        >
          {say('form.send')}
        </Button>
        <p>
          <Link to="/password">{say('form.no_password')}</Link>
        </p>
      </form>
    </section>
  );
}
