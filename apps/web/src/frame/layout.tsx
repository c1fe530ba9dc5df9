import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import {
  Link,
  Navigate,
  Outlet,
  ScrollRestoration,
  useLocation,
  useNavigate,
  useNavigation,
} from 'react-router';
import { forgetPerson, isProblem, onSignedOut, queryClient, sessionQuery } from '../api';
import type { Session } from '../api';
import { CityContext, Failed, Loading, Mark, TodayContext } from '../parts';
import { switchLanguage, useWords } from '../words';
import { ClockBar } from './clock-bar';
import { Finder } from './finder';
import { Me } from './me';
import { TabBar, Tabs } from './menu';
import { OfflineBar } from './offline-bar';
import { SessionContext } from './session';
import { useHome } from './use-home';

/** Bar, menu and the page; nobody who is not signed in gets further than here. */
export function Layout(): ReactElement {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  const from = `${pathname}${search}`;
  useReturnToSignIn(from);
  useEffect(() => {
    if (session) void switchLanguage(session.person.language);
  }, [session]);
  if (session) return <Frame session={session} />;
  if (isProblem(error, 401)) {
    return <Navigate to="/sign-in" replace state={from === '/' ? null : { from }} />;
  }
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  return <Opening />;
}

/** The bar as the page came with it, until it is known whose it is. */
export function Opening(): ReactElement {
  const say = useWords('frame');
  return (
    <>
      <header className="top">
        <div className="top-row">
          <span className="brand">
            <Mark />
            {say('brand')}
          </span>
        </div>
      </header>
      <main className="main">
        <Loading rows={3} />
      </main>
    </>
  );
}

/** An expired session leads to the sign-in page and, after it, back to where the person was. */
function useReturnToSignIn(from: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    onSignedOut(() => {
      forgetPerson();
      queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
      void navigate('/sign-in', { state: { from, expired: true } });
    });
    return () => onSignedOut(() => undefined);
  }, [from, navigate]);
}

function Frame({ session }: { readonly session: Session }): ReactElement {
  const say = useWords('frame');
  const { state } = useNavigation();
  return (
    <SessionContext value={session}>
      <TodayContext value={session.today}>
        <CityContext value={session.city}>
          <a className="skip" href="#main">
            {say('skip')}
          </a>
          <header className="top">
            <div className="top-row">
              <Brand city={session.city} />
              <Finder />
              <Me />
            </div>
            <Tabs />
          </header>
          {session.sampleCity && <ClockBar />}
          <OfflineBar />
          <main className="main" id="main" tabIndex={-1} aria-busy={state === 'loading'}>
            <Outlet />
          </main>
          <TabBar />
          <ScrollRestoration />
        </CityContext>
      </TodayContext>
    </SessionContext>
  );
}

/** The name of the product, which leads to where its reader begins. */
function Brand({ city }: { readonly city: string }): ReactElement {
  const say = useWords('frame');
  const home = useHome();
  return (
    <Link
      className="brand"
      to={home?.to ?? '/'}
      aria-label={say('brand.label', { city, page: say(`menu.${home?.key ?? 'today'}`) })}
    >
      <Mark />
      {say('brand')}
      <small>{city}</small>
    </Link>
  );
}
