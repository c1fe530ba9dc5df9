import { describe, expect, it } from '@jest/globals';
import type { Config } from '#config';
import type { PasswordLinkService } from '#directory';
import type { LetterWriter } from '../letter-writer.js';
import type { TakenLetter } from './claim.store.js';
import { LETTER_KINDS, type LetterKind } from './letter.codes.js';
import { LetterComposer } from './letter-composer.js';

const letter = (kind: LetterKind, over: Partial<TakenLetter> = {}): TakenLetter => ({
  id: kind,
  factsId: kind,
  kind,
  occasion: '',
  day: '2026-04-06',
  tries: 1,
  recipientId: 'person',
  name: '青葉 一郎',
  email: 'ichiro@example.jp',
  language: 'ja',
  title: '課長',
  principal: null,
  claimId: 'claim',
  unsubscribeToken: 'token',
  mode: 'live',
  settingVersion: 1,
  testAddresses: ['trial@example.jp'],
  deferrals: 0,
  lostAnswers: 0,
  unreached: 0,
  ...over,
});

const rendered = { subject: '件名', html: '<html><body>本文</body></html>', text: '本文' };
/** A writer that has something to tell in every letter; facts are tested elsewhere. */
const writer = {
  write: (letters: readonly TakenLetter[]) => {
    if (letters.some(({ name }) => name === 'unwritable')) return Promise.reject(new Error('no such fact'));
    return Promise.resolve(new Map(letters.map(({ id }) => [id, rendered])));
  },
} as unknown as LetterWriter;
const links = {
  freshTokens: (ids: readonly string[]) =>
    ids.length === 0 ? Promise.resolve(new Map()) : Promise.reject(new Error('connection reset')),
} as unknown as PasswordLinkService;
const composer = new LetterComposer(writer, links, { publicUrl: 'https://mawasu.example.jp' } as Config);

const headersOf = async (one: TakenLetter): Promise<unknown> => {
  const composed = (await composer.compose([one])).get(one.id);
  if (!composed || 'error' in composed) throw new Error('it was not written');
  return composed.mail.headers;
};
const ONE_CLICK = {
  'List-Unsubscribe': '<https://mawasu.example.jp/api/unsubscribe/token>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
};

describe('a letter that is put together', () => {
  it('can be ended with one click when it is no duty', async () => {
    for (const kind of LETTER_KINDS.filter((one) => one !== 'password'))
      expect({ kind, headers: await headersOf(letter(kind)) }).toEqual({
        kind,
        headers: kind === 'digest' || kind === 'summary' ? ONE_CLICK : undefined,
      });
  });

  it('ends nothing when a delegate, or who reads the test addresses, has it', async () => {
    const copy = letter('digest', { principal: { name: '青葉 二郎', title: '部長' } });
    expect(await headersOf(copy)).toBeUndefined();
    expect(await headersOf(letter('digest', { mode: 'test' }))).toBeUndefined();
  });

  it('fails alone when it cannot be written, also one with a link', async () => {
    const composed = await composer.compose([
      letter('daily'),
      letter('digest', { name: 'unwritable' }),
      letter('password'),
    ]);
    expect(composed.get('daily')).toMatchObject({ sentTo: 'ichiro@example.jp' });
    expect(composed.get('digest')).toEqual({ error: 'no such fact' });
    expect(composed.get('password')).toEqual({ error: 'connection reset' });
  });
});
