import './catalogue.css';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { chooseTheme, chosenTheme, THEMES } from '../look/theme';
import { PageTitle } from '../parts';
import { LANGUAGES, switchLanguage, useLanguage, useWords } from '../words';
import { ControlCards } from './control-cards';
import { MarkCards } from './mark-cards';
import { PageCards } from './page-cards';
import { SheetCards } from './sheet-cards';
import { CATALOGUE } from './words';

/** Every part in every state, built of the real ones; whoever changes a part looks here first. */
export function Catalogue(): ReactElement {
  const say = useWords(CATALOGUE);
  return (
    <main className="main" id="main">
      <div className="cat-head">
        <div>
          <PageTitle tab={say('title')}>{say('title')}</PageTitle>
          <p>{say('lead')}</p>
        </div>
        <Switches />
      </div>
      <div className="cat-grid">
        <MarkCards />
        <ControlCards />
        <SheetCards />
        <PageCards />
      </div>
    </main>
  );
}

function Switches(): ReactElement {
  const say = useWords(CATALOGUE);
  const frame = useWords('frame');
  const language = useLanguage();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <>
      <div className="chips" role="group" aria-label={say('theme')}>
        {THEMES.map((one) => (
          <button
            type="button"
            className="chip"
            key={one}
            aria-pressed={one === theme}
            onClick={() => {
              chooseTheme(one);
              setTheme(one);
            }}
          >
            {say(`theme.${one}`)}
          </button>
        ))}
      </div>
      <div className="chips" role="group" aria-label={say('language')}>
        {LANGUAGES.map((one) => (
          <button
            type="button"
            className="chip"
            key={one}
            lang={one}
            aria-pressed={one === language}
            onClick={() => void switchLanguage(one)}
          >
            {frame(`me.language.${one}`)}
          </button>
        ))}
      </div>
    </>
  );
}
