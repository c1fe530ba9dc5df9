import '../look/tokens.css';
import '../look/base.css';
import '../frame/frame.css';
import '../frame/words';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { queryClient } from '../api';
import { SessionContext } from '../frame/session';
import { addFont } from '../look/font';
import { CityContext, TodayContext } from '../parts';
import { Catalogue } from './catalogue';
import { SESSION, TODAY } from './samples';

addFont(() => false);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SessionContext value={SESSION}>
          <TodayContext value={TODAY}>
            <CityContext value={SESSION.city}>
              <MemoryRouter>
                <Catalogue />
              </MemoryRouter>
            </CityContext>
          </TodayContext>
        </SessionContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}
