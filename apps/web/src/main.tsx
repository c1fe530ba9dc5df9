import './look/tokens.css';
import './look/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode, useEffect } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from './api';
import { firstPageDrawn, firstPageReady, router } from './frame';

interface DrawnProps {
  readonly children: ReactNode;
  readonly onDrawn: () => void;
}

function Drawn({ children, onDrawn }: DrawnProps): ReactNode {
  useEffect(onDrawn, [onDrawn]);
  return children;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  await firstPageReady();
  const { location } = router.state;
  const onDrawn = () => firstPageDrawn(location);
  // In small steps, as long as no answer comes meanwhile: a slow phone hears its reader in between.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <Drawn onDrawn={onDrawn}>
            <RouterProvider router={router} />
          </Drawn>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
  // After what the page cannot do without; if it does not come, the device's letters stay.
  const font = await import('./look/font').catch(() => undefined);
  font?.addFont(() => queryClient.isFetching() > 0);
}

void start();
