import './me.css';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { MyLanguage } from '../frame/my-language';
import { letSingleKeysWork, useSingleKeys } from '../frame/single-keys';
import { chooseTheme, chosenTheme, THEMES } from '../look/theme';
import { Card, PageTitle } from '../parts';
import { useWords } from '../words';
import { MeNav } from './me-nav';
import { ME } from './words';

/** How pages look to me and what keys do: on this browser; the language everywhere. */
export default function LookPage(): ReactElement {
  const say = useWords(ME);
  return (
    <div className="me-page">
      <PageTitle tab={say('look.title')}>{say('look.title')}</PageTitle>
      <MeNav />
      <p className="sub">{say('look.lead')}</p>
      <ThemeCard />
      <Card title={say('language.title')} hint={say('language.hint')}>
        <MyLanguage />
      </Card>
      <KeysCard />
    </div>
  );
}

function ThemeCard(): ReactElement {
  const say = useWords(ME);
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Card title={say('theme.title')} hint={say('theme.hint')}>
      <fieldset className="me-choices">
        <legend className="label">{say('theme.choose')}</legend>
        {THEMES.map((one) => (
          <div key={one}>
            <label className="radio">
              <input
                type="radio"
                name="theme"
                checked={one === theme}
                aria-describedby={`theme-${one}`}
                onChange={() => {
                  chooseTheme(one);
                  setTheme(one);
                }}
              />
              {one !== 'auto' && <i className={`me-swatch ${one}`} aria-hidden="true" />}
              {say(`theme.${one}`)}
            </label>
            <p className="sub" id={`theme-${one}`}>
              {say(`theme.${one}_hint`)}
            </p>
          </div>
        ))}
      </fieldset>
    </Card>
  );
}

function KeysCard(): ReactElement {
  const say = useWords(ME);
  const work = useSingleKeys();
  return (
    <Card title={say('keys.title')} hint={say('keys.hint')}>
      <div className="me-choices">
        <div>
          <label className="tick">
            <input
              type="checkbox"
              checked={work}
              aria-describedby="single-keys"
              onChange={({ target }) => letSingleKeysWork(target.checked)}
            />
            {say('keys.single')}
          </label>
          <p className="sub" id="single-keys">
            {say('keys.single_hint')}
          </p>
        </div>
      </div>
    </Card>
  );
}
