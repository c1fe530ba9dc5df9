import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { changeMailSetting, mailSettingQuery } from '../api/letters';
import type { MailSetting } from '../api';
import { useSession } from '../frame/session';
import { Button, Notice, useErrorSentence, useFormats } from '../parts';
import { useWords } from '../words';
import { LETTERS } from './words';

const MODES = ['live', 'test', 'hold'] as const;

/** Whether mail leaves the house, for all who see the page; the planning division changes it. */
export function MailSettingPanel(): ReactElement | null {
  const say = useWords(LETTERS);
  const { list } = useFormats();
  const { roles } = useSession();
  const { data } = useQuery(mailSettingQuery);
  if (!data) return null;
  return (
    <details className="card setting">
      <summary>
        <b>{say('setting')}</b>
        {say('gap')}
        {say(`setting.${data.mode}_now`, { addresses: list(data.testAddresses) })}
        <span className="sub">
          {say('setting.waiting', { number: data.waiting })}
          {data.bouncing > 0 && say('gap') + say('setting.bouncing', { number: data.bouncing })}
        </span>
      </summary>
      {roles.includes('planner') ? (
        <SettingForm key={data.version} setting={data} />
      ) : (
        <p className="sub">{say('setting.note')}</p>
      )}
    </details>
  );
}

function SettingForm({ setting }: { readonly setting: MailSetting }): ReactElement {
  const say = useWords(LETTERS);
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const [mode, setMode] = useState(setting.mode);
  const [addresses, setAddresses] = useState(setting.testAddresses.join('\n'));
  const saving = useMutation({
    mutationFn: () =>
      changeMailSetting({
        mode,
        testAddresses: addresses
          .split(/[\s,、]+/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
        version: setting.version,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['letters'] }),
  });
  return (
    <div className="setting-form">
      <fieldset>
        <legend className="label">{say('setting')}</legend>
        {MODES.map((one) => (
          <label key={one} className="radio">
            <input type="radio" name="mail-mode" checked={mode === one} onChange={() => setMode(one)} />
            {say(`setting.${one}`)}
          </label>
        ))}
      </fieldset>
      <div>
        <label className="label" htmlFor="test-addresses">
          {say('setting.addresses')}
        </label>
        <textarea
          className="textarea"
          id="test-addresses"
          rows={2}
          value={addresses}
          onChange={(event) => setAddresses(event.target.value)}
        />
      </div>
      <p className="sub">{say('setting.note')}</p>
      {saving.error && (
        <Notice tone="bad" role="alert">
          {sentence(saving.error)}
        </Notice>
      )}
      <Button busy={saving.isPending && say('setting.saving')} onClick={() => saving.mutate()}>
        {say('setting.save')}
      </Button>
    </div>
  );
}
