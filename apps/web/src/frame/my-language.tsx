import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { chooseLanguage, queryClient, sessionQuery } from '../api';
import { LANGUAGES, switchLanguage, useLanguage, useWords } from '../words';
import type { Language } from '../words';
import { useSession } from './session';

/** The person's language: of every page, and of the letters they get. */
export function MyLanguage(): ReactElement {
  const say = useWords('frame');
  const group = useId();
  const { person } = useSession();
  const [chosen, setChosen] = useState<Language | null>(null);
  const shown = useLanguage();
  const language = useMutation({
    mutationFn: chooseLanguage,
    onSuccess: async (session) => {
      await switchLanguage(session.person.language);
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    onError: () => switchLanguage(person.language),
    onSettled: () => setChosen(null),
  });
  const choose = (one: Language) => {
    setChosen(one);
    language.mutate(one);
  };
  return (
    <fieldset className="me-language">
      <legend className="label">{say('me.language')}</legend>
      {LANGUAGES.map((one) => (
        <label className="radio" key={one} lang={one}>
          <input type="radio" name={group} checked={one === (chosen ?? shown)} onChange={() => choose(one)} />
          {say(`me.language.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
