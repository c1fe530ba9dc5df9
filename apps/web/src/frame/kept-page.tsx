import type { ReactElement } from 'react';
import { Outlet } from 'react-router';
import { ButtonLink, Icon, PageTitle } from '../parts';
import { useWords } from '../words';
import { mayRead } from './readers';
import type { KeptPage } from './readers';
import { useSession } from './session';

/** A page that only some may read; everybody else is told whose it is, before anything is asked of the API. */
export function Kept({ page }: { readonly page: KeptPage }): ReactElement {
  const say = useWords('frame');
  const session = useSession();
  if (mayRead(page, session)) return <Outlet />;
  return (
    <section className="failed">
      <Icon name="info" />
      <PageTitle tab={say('kept.title')}>{say('kept.title')}</PageTitle>
      <p>{say(`kept.${page}`)}</p>
      <p className="failed-ways">
        <ButtonLink to="/" kind="primary">
          {say('kept.home')}
        </ButtonLink>
      </p>
    </section>
  );
}
