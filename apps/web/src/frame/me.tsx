import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { forgetPerson, queryClient, signOut } from '../api';
import { Button, Icon, Popover } from '../parts';
import { useWords } from '../words';
import { MyLanguage } from './my-language';
import { useSession } from './session';

/** Who I am, how mail comes, in which language, and the way out. */
export function Me(): ReactElement {
  const say = useWords('frame');
  const { person } = useSession();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      forgetPerson();
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
      <ul className="me-pages">
        <li>
          <Link to="/me/mail">
            <Icon name="mail" />
            {say('me.mail')}
          </Link>
        </li>
        <li>
          <Link to="/me/look">
            <Icon name="globe" />
            {say('me.look')}
          </Link>
        </li>
        <li>
          <Link to="/me/devices">
            <Icon name="person" />
            {say('me.devices')}
          </Link>
        </li>
        <li>
          <Link to="/handover">
            <Icon name="list" />
            {say('me.handover')}
          </Link>
        </li>
      </ul>
      <MyLanguage />
      <Button icon="out" busy={leave.isPending && say('me.leaving')} onClick={() => leave.mutate()}>
        {say('me.leave')}
      </Button>
    </Popover>
  );
}
