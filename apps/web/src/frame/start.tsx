import { useState } from 'react';
import type { ReactElement } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Loading } from '../parts';
import TodayPage from '../today/today-page';
import { isEntering } from './home';
import { useHome } from './use-home';

/** The router's name for an entry that the browser opened by itself: an address that was typed, kept or sent. */
const OPENED = 'default';

/** Today, to which the menu leads. Whoever only opens the product or has just signed in begins at their own first page. */
export function Start(): ReactElement {
  const known = useHome();
  // Settled once: who has just done the last thing on Today is not led away from it.
  const [home, settle] = useState(known);
  if (home === null && known !== null) settle(known);
  const at = useLocation();
  const begins = at.search === '' && (at.key === OPENED || isEntering(at.state));
  if (begins && home === null) return <Loading />;
  if (begins && home?.key === 'overview') return <Navigate to={home.to} replace />;
  return <TodayPage />;
}
