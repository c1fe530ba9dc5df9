import './look/tokens.css';
import './look/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from './api';
import { firstPageReady, router } from './frame';
import { addFont } from './look/font';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  await firstPageReady();
  // In small steps: a slow phone answers in between.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
  addFont(() => queryClient.isFetching() > 0);
}

void start();
