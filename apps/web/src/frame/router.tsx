import { createBrowserRouter, redirect } from 'react-router';
import type { ComponentType } from 'react';
import { Kept } from './kept-page';
import { Layout, Opening } from './layout';
import { Loading } from '../parts';
import { Lost, PageError } from './page-error';
import { Start } from './start';

/** A page is loaded when it is first visited. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({
  Component: (await load()).default,
});

/** The route of all pages that stand in the frame. */
export const FRAME = 'frame';

export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: page(() => import('../sign-in/sign-in-page')),
    ErrorBoundary: PageError,
    HydrateFallback: Loading,
  },
  {
    path: '/password',
    lazy: page(() => import('../sign-in/password-page')),
    ErrorBoundary: PageError,
    HydrateFallback: Loading,
  },
  {
    path: '/unsubscribe/:token',
    lazy: page(() => import('../me/unsubscribe-page')),
    ErrorBoundary: PageError,
    HydrateFallback: Loading,
  },
  {
    id: FRAME,
    Component: Layout,
    HydrateFallback: Opening,
    ErrorBoundary: PageError,
    children: [
      {
        ErrorBoundary: PageError,
        children: [
          { index: true, Component: Start },
          { path: 'sheets/:taskStageId', lazy: page(() => import('../sheet/sheet-page')) },
          { path: 'approvals', lazy: page(() => import('../approvals/approvals-page')) },
          { path: 'approvals/:taskStageId', lazy: page(() => import('../approvals/approvals-page')) },
          { path: 'plan', lazy: page(() => import('../plan/plan-page')) },
          { path: 'plan/:sectionKey', lazy: page(() => import('../plan/section-page')) },
          { path: 'items/:key', lazy: page(() => import('../plan/item-page')) },
          { path: 'indicators', lazy: page(() => import('../indicators/indicators-page')) },
          { path: 'indicators/entry', lazy: page(() => import('../indicators/entry/entry-page')) },
          { path: 'reports', lazy: page(() => import('../overview/overview-page')) },
          { path: 'reports/:year', lazy: page(() => import('../overview/overview-page')) },
          { path: 'reports/:year/list/:what', lazy: page(() => import('../overview/list-page')) },
          { path: 'reports/:year/sections/:key', lazy: page(() => import('../report/section-report-page')) },
          { path: 'search', lazy: page(() => import('../search/search-page')) },
          { path: 'me', loader: () => redirect('/me/mail') },
          { path: 'me/mail', lazy: page(() => import('../me/mail-page')) },
          { path: 'me/look', lazy: page(() => import('../me/look-page')) },
          { path: 'me/devices', lazy: page(() => import('../me/devices-page')) },
          { path: 'handover', lazy: page(() => import('../handover/handover-page')) },
          {
            path: 'cycle/:year?',
            element: <Kept page="cycle" />,
            children: [{ index: true, lazy: page(() => import('../cycle/cycle-page')) }],
          },
          {
            path: 'letters',
            element: <Kept page="letters" />,
            children: [
              { index: true, lazy: page(() => import('../letters/letters-page')) },
              { path: 'rehearsal', lazy: page(() => import('../letters/rehearsal-page')) },
            ],
          },
          {
            path: 'operations',
            element: <Kept page="operations" />,
            children: [{ index: true, lazy: page(() => import('../operations/operations-page')) }],
          },
          {
            path: 'data',
            element: <Kept page="data" />,
            children: [{ index: true, lazy: page(() => import('../exchange/exchange-page')) }],
          },
          { path: '*', Component: Lost },
        ],
      },
    ],
  },
]);
