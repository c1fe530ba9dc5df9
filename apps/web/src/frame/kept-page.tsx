import type { ReactElement } from 'react';
import { Outlet } from 'react-router';
import { later } from '../parts';
import { mayRead } from './readers';
import type { KeptPage } from './readers';
import { useSession } from './session';

const KeptRefusal = later(() => import('./kept-refusal'));

/** A page that only some may read; everybody else is told whose it is, before anything is asked of the API. */
export function Kept({ page }: { readonly page: KeptPage }): ReactElement {
  return mayRead(page, useSession()) ? <Outlet /> : <KeptRefusal page={page} />;
}
