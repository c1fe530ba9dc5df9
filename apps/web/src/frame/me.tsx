import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { chooseLanguage, queryClient, sessionQuery, signOut } from '../api';
import { Button, Icon, Popover } from '../parts';
import { LANGUAGES, switchLanguage, useLanguage, useWords } from '../words';
import type { Language } from '../words';
import { useSession } from './session';

/** Who I am, in which language, and the way out. */
export function Me(): ReactElement {
  const say = useWords('frame');
  const { person } = useSession();
  const [chosen, setChosen] = useState(useLanguage());
  const navigate = useNavigate();
  const language = useMutation({
    mutationFn: chooseLanguage,
    onError: () => setChosen(person.language),
    onSuccess: async (session) => {
      await switchLanguage(session.person.language);
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  const choose = (one: Language) => {
    setChosen(one);
    language.mutate(one);
  };
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await navigate('/sign-in', { state: { left: true } });
      queryClient.clear();
    },
  });
  const where = `${person.departmentName} ${person.title}`;
  return (
    <Popover
      className="me-pop"
      summaryClass="me"
      label={say('me.label', { name: person.name, where })}
      summary={
        <>
          <Icon name="person" />
          <span>
            <b>{person.name}</b>
            <span>{where}</span>
          </span>
        </>
      }
    >
      <p className="me-who">
        <b>{person.name}</b>
        <span className="sub">{where}</span>
      </p>
      <fieldset className="me-language">
        <legend className="label">{say('me.language')}</legend>
        {LANGUAGES.map((one) => (
          <label className="radio" key={one} lang={one}>
            <input type="radio" name="language" checked={one === chosen} onChange={() => choose(one)} />
            {say(`me.language.${one}`)}
          </label>
        ))}
      </fieldset>
      <Button icon="out" busy={leave.isPending && say('me.leaving')} onClick={() => leave.mutate()}>
        {say('me.leave')}
      </Button>
    </Popover>
  );
}
