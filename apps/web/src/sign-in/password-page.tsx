import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { askForPasswordLink, redeemPasswordLink, signInPageQuery } from '../api';
import { Button, CityContext, Mark, Notice, PageTitle, useErrorSentence } from '../parts';
import { useWords } from '../words';
import { LanguageChoice } from './language-choice';
import { TextLine } from './text-line';
import './sign-in.css';
import './words';

const SHORTEST = 12;

/** Asks for a link by mail; opened by that link, takes the new password. The link's token stays in the fragment, which no server logs. */
export default function PasswordPage(): ReactElement {
  const say = useWords('sign-in');
  const { data: page } = useQuery(signInPageQuery);
  const token = useLocation().hash.slice(1);
  return (
    <CityContext value={page?.city ?? ''}>
      <main className="sign-in">
        <header className="sign-in-head">
          <p className="brand">
            <Mark />
            {say('product')}
            <small>{page?.city}</small>
          </p>
          <LanguageChoice label={say('language')} />
          <PageTitle tab={say('password.tab')}>
            {say(token === '' ? 'password.ask_title' : 'password.set_title')}
          </PageTitle>
        </header>
        {token === '' ? <AskForLink /> : <ChoosePassword token={token} />}
        <p>
          <Link to="/sign-in">{say('password.back')}</Link>
        </p>
      </main>
    </CityContext>
  );
}

function AskForLink(): ReactElement {
  const say = useWords('sign-in');
  const sentence = useErrorSentence();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const asking = useMutation({ mutationFn: askForPasswordLink, meta: { mayBeSignedOut: true } });
  const missing = asked && name.trim() === '';
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') document.getElementById('name')?.focus();
    else asking.mutate(name.trim());
  };
  if (asking.isSuccess)
    return (
      <Notice tone="good" role="status">
        <p>{say('password.asked')}</p>
      </Notice>
    );
  return (
    <section className="card">
      <form className="card-body sign-in-form" onSubmit={send} noValidate>
        <p>{say('password.ask_hint')}</p>
        {asking.error && (
          <Notice tone="bad" role="alert">
            {sentence(asking.error)}
          </Notice>
        )}
        <TextLine
          id="name"
          label={say('form.name')}
          value={name}
          onChange={setName}
          complete="username"
          error={missing ? say('form.name_missing') : null}
        />
        <Button type="submit" kind="primary" busy={asking.isPending && say('password.asking')}>
          {say('password.ask')}
        </Button>
      </form>
    </section>
  );
}

function ChoosePassword({ token }: { readonly token: string }): ReactElement {
  const say = useWords('sign-in');
  const sentence = useErrorSentence();
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const setting = useMutation({
    mutationFn: (chosen: string) => redeemPasswordLink(token, chosen),
    meta: { mayBeSignedOut: true },
  });
  const short = asked && password.length < SHORTEST;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (password.length < SHORTEST) document.getElementById('new-password')?.focus();
    else setting.mutate(password);
  };
  if (setting.isSuccess)
    return (
      <Notice tone="good" role="status">
        <p>{say('password.done')}</p>
      </Notice>
    );
  return (
    <section className="card">
      <form className="card-body sign-in-form" onSubmit={send} noValidate>
        {setting.error && (
          <Notice tone="bad" role="alert">
            {sentence(setting.error)}
          </Notice>
        )}
        <TextLine
          id="new-password"
          label={say('password.new', { minimum: SHORTEST })}
          value={password}
          onChange={setPassword}
          complete="new-password"
          error={short ? say('password.short', { minimum: SHORTEST }) : null}
        />
        <Button type="submit" kind="primary" busy={setting.isPending && say('password.setting')}>
          {say('password.set')}
        </Button>
      </form>
    </section>
  );
}
