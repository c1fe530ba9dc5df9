import { useMutation, useQuery } from '@tanstack/react-query';
import { startTransition, useOptimistic } from 'react';
import type { ReactElement } from 'react';
import { queryClient } from '../api';
import { changeMailPreference, mailPreferenceQuery } from '../api/me';
import type { MailPreference } from '../api';
import type { PreferenceChange } from '../api/me';
import { Card, Failed, Loading, Notice, useErrorSentence } from '../parts';
import { useWords } from '../words';
import { ME } from './words';

const DECISIONS = ['daily', 'at_once'] as const;
const DUTIES = ['opened', 'due', 'asked', 'decisions', 'escalation', 'handover'] as const;

/** Kept as soon as it is chosen; beside it, what cannot be chosen and why. */
export function PreferenceCard(): ReactElement {
  const say = useWords(ME);
  const sentence = useErrorSentence();
  const { data, error, refetch } = useQuery(mailPreferenceQuery);
  const saving = useMutation({
    mutationFn: changeMailPreference,
    // Quick changes are saved in the order in which they were made.
    scope: { id: 'mail-preference' },
    onSuccess: (saved) => queryClient.setQueryData(mailPreferenceQuery.queryKey, saved),
  });
  // What was chosen is shown until all that was chosen is saved, or refused.
  const [shown, choose] = useOptimistic(data, (now, wish: PreferenceChange) => now && { ...now, ...wish });
  const change = (wish: PreferenceChange): void =>
    startTransition(async () => {
      choose(wish);
      await saving.mutateAsync(wish).catch(() => undefined);
    });
  return (
    <Card
      title={say('how.title')}
      end={
        <span className="sub" role="status">
          {saving.isPending ? say('saving') : saving.isSuccess && say('saved')}
        </span>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {saving.error && (
        <Notice tone="bad" role="alert">
          {sentence(saving.error)}
        </Notice>
      )}
      {shown && <Choices preference={shown} onChange={change} />}
      <section className="me-duties">
        <h3>{say('how.duties')}</h3>
        <p>{say('how.duties_why')}</p>
        <ul>
          {DUTIES.map((duty) => (
            <li key={duty}>{say(`how.duty.${duty}`)}</li>
          ))}
        </ul>
      </section>
    </Card>
  );
}

interface ChoicesProps {
  readonly preference: MailPreference;
  readonly onChange: (change: PreferenceChange) => void;
}

function Choices({ preference, onChange }: ChoicesProps): ReactElement {
  const say = useWords(ME);
  const endings = (['digest', 'summary'] as const).filter((one) => preference[one] !== null);
  return (
    <>
      <fieldset className="me-choices">
        <legend className="label">{say('how.decisions')}</legend>
        {DECISIONS.map((one) => (
          <div key={one}>
            <label className="radio">
              <input
                type="radio"
                name="decisions"
                checked={preference.decisions === one}
                aria-describedby={`decisions-${one}`}
                onChange={() => onChange({ decisions: one })}
              />
              {say(`how.${one}`)}
            </label>
            <p className="sub" id={`decisions-${one}`}>
              {say(`how.${one}_hint`)}
            </p>
          </div>
        ))}
      </fieldset>
      {endings.length > 0 && (
        <fieldset className="me-choices">
          <legend className="label">{say('how.ending')}</legend>
          {endings.map((one) => (
            <div key={one}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={preference[one] === true}
                  aria-describedby={`ending-${one}`}
                  onChange={(event) => onChange({ [one]: event.target.checked })}
                />
                {say(`how.${one}`)}
              </label>
              <p className="sub" id={`ending-${one}`}>
                {say(`how.${one}_hint`)}
              </p>
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
