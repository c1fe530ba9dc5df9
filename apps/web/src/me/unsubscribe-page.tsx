import '../sign-in/sign-in.css';
import './me.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { queryClient, signInPageQuery } from '../api';
import { setUnsubscribed, unsubscribeQuery } from '../api/me';
import { Button, CityContext, Loading, Mark, Notice, PageTitle, useErrorSentence } from '../parts';
import { LanguageChoice } from '../sign-in/language-choice';
import { useWords } from '../words';
import '../sign-in/words';
import { ME } from './words';

/** Behind the link of a letter, for whoever holds it: says which letters end, ends them at a press, and takes it back. */
export default function UnsubscribePage(): ReactElement {
  const say = useWords(ME);
  const signIn = useWords('sign-in');
  const { token = '' } = useParams();
  const { data: page } = useQuery(signInPageQuery);
  return (
    <CityContext value={page?.city ?? ''}>
      <main className="sign-in me-stop">
        <header className="sign-in-head">
          <p className="brand">
            <Mark />
            {signIn('product')}
            <small>{page?.city}</small>
          </p>
          <LanguageChoice label={signIn('language')} />
        </header>
        <Ending token={token} />
        <p>
          <Link to="/me/mail">{say('stop.mail')}</Link>
        </p>
      </main>
    </CityContext>
  );
}

function Ending({ token }: { readonly token: string }): ReactElement {
  const say = useWords(ME);
  const sentence = useErrorSentence();
  const query = unsubscribeQuery(token);
  const { data, error } = useQuery(query);
  const setting = useMutation({
    mutationFn: (ended: boolean) => setUnsubscribed(token, ended),
    meta: { mayBeSignedOut: true },
    onSuccess: (state) => queryClient.setQueryData(query.queryKey, state),
  });
  if (error)
    return (
      <>
        <PageTitle tab={say('stop.tab')}>{say('stop.refused')}</PageTitle>
        <Notice tone="warn" role="alert">
          {sentence(error)}
        </Notice>
      </>
    );
  if (!data) return <Loading rows={2} />;
  return (
    <>
      <PageTitle tab={say('stop.tab')}>{say(data.on ? `stop.${data.kind}` : 'stop.tab')}</PageTitle>
      {setting.error && (
        <Notice tone="bad" role="alert">
          {sentence(setting.error)}
        </Notice>
      )}
      {data.on ? (
        <section className="card">
          <div className="card-body me-stop-body">
            <p>{say(`stop.${data.kind}_what`)}</p>
            <p>{say('stop.rest')}</p>
            <Button
              kind="primary"
              busy={setting.isPending && say('stop.doing')}
              onClick={() => setting.mutate(true)}
            >
              {say('stop.do')}
            </Button>
          </div>
        </section>
      ) : (
        <>
          <Notice tone="good" role="status">
            <p>{say(`stop.done.${data.kind}`)}</p>
            <p>{say('stop.rest')}</p>
          </Notice>
          <Button busy={setting.isPending && say('stop.undoing')} onClick={() => setting.mutate(false)}>
            {say('stop.undo')}
          </Button>
        </>
      )}
    </>
  );
}
