import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Preference {
  readonly decisions: string;
  readonly digest: boolean | null;
  readonly summary: boolean | null;
}

interface Letters {
  readonly total: number;
  readonly rows: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly sentAt: string | null;
    readonly copyOfName: string | null;
    readonly reasons: readonly { readonly kind: string; readonly count: number }[];
  }[];
}

/** How mail comes, what came and why, and the link in a letter that ends it. */
describe('a person’s own mail', () => {
  let product: Product;
  let city: City;
  let staff: Session;
  let manager: Session;
  let executive: Session;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    staff = await city.staffOf('市民協働課');
    const { samplePeople } = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    const numberOf = (part: string) => samplePeople.find((p) => p.part === part)?.staffNumber ?? '';
    manager = await city.as(numberOf('divisionManager'));
    executive = await city.as(numberOf('management'));
  });

  afterAll(() => product.stop());

  const mail = (who: Session) => who.get<Preference>('/api/me/mail');
  const idOf = async (who: Session) => (await who.get<{ person: { id: string } }>('/api/session')).person.id;
  const changes = (personId: string) =>
    product.database.query<{ by: string; changes: Record<string, unknown> }>(
      `select detail->>'by' as by, detail->'changes' as changes from audit.audit_entry
        where action = 'mail_preference.changed' and subject_id = $1::text order by id`,
      [personId],
    );
  /** A letter as it stands in the ledger. */
  const letter = async (who: Session, kind: string, copyOf: string | null = null) => {
    const [row] = await product.database.query<{ id: string; token: string }>(
      `insert into notice.letter (recipient_id, kind, day, occasion, state, copy_of) values ($1, $2, '2021-12-06', $3, 'sent', $4)
       returning id, unsubscribe_token as token`,
      [await idOf(who), kind, `for the test: ${kind} ${copyOf ?? ''}`, copyOf],
    );
    return { id: row?.id ?? '', token: row?.token ?? '' };
  };

  it('shows each the letters that come to them at all', async () => {
    expect(await mail(staff)).toEqual({ decisions: 'daily', digest: null, summary: null });
    expect(await mail(manager)).toEqual({ decisions: 'daily', digest: true, summary: null });
    expect(await mail(executive)).toMatchObject({ summary: true });
  });

  it('is changed by the person, written in the log once, and not for letters that never come', async () => {
    const changed = await staff.put<Preference>('/api/me/mail', { decisions: 'at_once' });
    expect(changed.decisions).toBe('at_once');
    await staff.put('/api/me/mail', { decisions: 'at_once' });
    expect(await changes(await idOf(staff))).toEqual([
      { by: 'page', changes: { decisions: { from: 'daily', to: 'at_once' } } },
    ]);
    const refused = await staff.send('PUT', '/api/me/mail', { digest: false });
    expect((refused.body as { code: string }).code).toBe('notice.not_offered');
    expect((await staff.send('PUT', '/api/me/mail', { letters: false })).status).toBe(422);
  });

  it('lists the person’s letters with the reason of each, nobody else’s, and copies with whose they are', async () => {
    const letters = await until(
      'letters have left',
      async () => {
        const list = await staff.get<Letters>('/api/me/letters?pageSize=2');
        return list.rows.some((r) => r.state === 'sent' && r.sentAt !== null) && list;
      },
      60_000,
    );
    const [first] = letters.rows;
    expect(first?.reasons.length).toBeGreaterThan(0);
    expect(first?.copyOfName).toBeNull();
    expect(letters.rows.length).toBeLessThanOrEqual(2);
    const copy = await letter(manager, 'daily', first?.id);
    const list = await manager.get<Letters>('/api/me/letters?pageSize=100');
    const found = list.rows.find((r) => r.id === copy.id);
    const { person } = await staff.get<{ person: { name: string } }>('/api/session');
    expect(found?.copyOfName).toBe(person.name);
    expect(found?.reasons).toEqual(first?.reasons);
    expect(list.rows.some((r) => r.id === first?.id)).toBe(false);
    expect((await staff.get<Letters>('/api/me/letters?page=999')).rows).toEqual([]);
  });

  describe('the link in a letter', () => {
    /** As a mail program posts it: no cookie, no header of ours. */
    const click = (token: string, body: string | FormData = 'List-Unsubscribe=One-Click') =>
      fetch(`${product.url}/api/unsubscribe/${token}`, {
        method: 'POST',
        body,
        ...(typeof body === 'string' && {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      });

    it('ends the digest with one click, twice like once, and says so in the log', async () => {
      const { token } = await letter(manager, 'digest');
      for (let at = 0; at < 2; at += 1) expect((await click(token)).status).toBe(200);
      expect((await mail(manager)).digest).toBe(false);
      const written = await changes(await idOf(manager));
      expect(written).toEqual([{ by: 'unsubscribe_link', changes: { digest: { from: true, to: false } } }]);
    });

    it('takes the click as multipart too, and ends the summary alone', async () => {
      const { token } = await letter(executive, 'summary');
      const form = new FormData();
      form.append('List-Unsubscribe', 'One-Click');
      expect((await click(token, form)).status).toBe(200);
      expect(await mail(executive)).toMatchObject({ summary: false });
      const [row] = await product.database.query<{ digest: boolean }>(
        'select digest from notice.mail_preference where person_id = $1',
        [await idOf(executive)],
      );
      expect(row?.digest).toBe(true);
    });

    it('changes nothing when it is only followed, and leads to the page that asks', async () => {
      const { token } = await letter(executive, 'digest');
      const answer = await fetch(`${product.url}/api/unsubscribe/${token}`, { redirect: 'manual' });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/unsubscribe/${token}`);
      const state = await fetch(`${product.url}/api/unsubscribe/${token}/state`);
      expect(await state.json()).toMatchObject({ kind: 'digest', on: true });
    });

    it('is undone from the page', async () => {
      const anybody = new Session(product.url);
      const [row] = await product.database.query<{ token: string }>(
        `select unsubscribe_token as token from notice.letter where kind = 'digest' and recipient_id = $1 limit 1`,
        [await idOf(manager)],
      );
      await anybody.post(`/api/unsubscribe/${row?.token}/undo`);
      expect((await mail(manager)).digest).toBe(true);
    });

    it('refuses what is a duty, a copy, and a token nobody has', async () => {
      const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
      for (const kind of ['at_once', 'handover', 'password']) {
        const answer = await click((await letter(staff, kind)).token);
        expect({ kind, status: answer.status, code: await codeOf(answer) }).toEqual({
          kind,
          status: 409,
          code: 'notice.letter_is_a_duty',
        });
      }
      const [digest] = await product.database.query<{ id: string }>(
        `select id from notice.letter where kind = 'digest' and recipient_id = $1 limit 1`,
        [await idOf(manager)],
      );
      const copy = await letter(staff, 'digest', digest?.id);
      expect(await codeOf(await click(copy.token))).toBe('notice.copy_ends_with_absence');
      expect((await click('00000000-0000-4000-8000-000000000000')).status).toBe(404);
      expect((await click('not-a-token')).status).toBe(404);
    });
  });
});
