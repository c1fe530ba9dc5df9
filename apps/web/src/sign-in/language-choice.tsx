import type { ReactElement } from 'react';
import { LANGUAGES, switchLanguage, useLanguage, useWords } from '../words';

/** Before anybody is known the language is kept on this device. */
export function LanguageChoice({ label }: { readonly label: string }): ReactElement {
  const say = useWords('frame');
  const current = useLanguage();
  return (
    <div className="language-choice" role="group" aria-label={label}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          className="btn quiet"
          lang={one}
          aria-pressed={one === current}
          onClick={() => void switchLanguage(one)}
        >
          {say(`me.language.${one}`)}
        </button>
      ))}
    </div>
  );
}
