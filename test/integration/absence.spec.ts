import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface List {
  readonly own: readonly {
    readonly id: string;
    readonly fromDate: string;
    readonly toDate: string;
    readonly state: string;
    readonly delegate: { readonly id: string; readonly name: string; readonly title: string };
    readonly delegateAway: { readonly fromDate: string } | null;
  }[];
  readonly standingInFor: readonly { readonly name: string; readonly fromDate: string }[];
}

interface Delegates {
  readonly total: number;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly staffNumber: string;
    readonly title: string;
    readonly near: string | null;
    readonly away: { readonly fromDate: string } | null;
  }[];
}

/** 不在: who is away names who reads along. */
describe('an absence with a delegate', () => {
  let product: Api;
  let city: City;
  let staff: Session;
  let staffId: string;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-04-18');
    staff = await city.staffOf('市民協働課');
    staffId = (await staff.get<{ person: { id: string } }>('/api/session')).person.id;
  });

  afterAll(() => product.stop());

  const search = (from: string, to: string, words = '') =>
    staff.get<Delegates>(`/api/me/delegates?from=${from}&to=${to}&words=${encodeURIComponent(words)}`);
  const set = (who: Session, fromDate: string, toDate: string, delegateId: string) =>
    who.send('POST', '/api/me/absences', { fromDate, toDate, delegateId });
  const audits = () =>
    product.database.query<{ action: string; person: string; of: string }>(
      `select action, person_id as person, detail->>'personId' as of from audit.audit_entry
        where subject_kind = 'absence' order by id`,
    );
  const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const personOf = async (staffNumber: string) =>
    (
      await product.database.query<{ id: string }>(
        'select id from directory.person where staff_number = $1',
        [staffNumber],
      )
    )[0]?.id ?? '';

  it('suggests colleagues, then superiors from the nearest up; others are found by name, kana and staff number', async () => {
    const { rows } = await search('2022-05-09', '2022-05-13');
    expect(rows.map((r) => r.near)).toEqual([...rows.map((r) => r.near)].sort());
    const colleagues = await product.database.query<{ id: string }>(
      `select distinct h.person_id as id from directory.holders_on('2022-04-18') h
         join directory.department d on d.id = h.department_id where d.name = '市民協働課' and h.person_id <> $1`,
      [staffId],
    );
    const suggested = rows.filter((r) => r.near === 'colleague').map((r) => r.id);
    expect(suggested.toSorted()).toEqual(colleagues.map((c) => c.id).toSorted());
    expect(rows.filter((r) => r.near === 'superior').length).toBeGreaterThan(0);
    expect(rows.some((r) => r.id === staffId)).toBe(false);
    const [other] = await product.database.query<{ name: string; kana: string; number: string }>(
      `select p.name, p.kana, p.staff_number as number from directory.person p
         join directory.holders_on('2022-05-09') h on h.person_id = p.id
         join directory.department d on d.id = h.department_id and d.name = '広報課' where h.level = 'member' limit 1`,
    );
    const reading = other?.kana.slice(0, 3) ?? '';
    const inHiragana = reading.replace(/[ァ-ヶ]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));
    expect(inHiragana).not.toBe(reading);
    for (const words of [other?.name, other?.name.replace(' ', ''), reading, inHiragana, other?.number]) {
      const found = await search('2022-05-09', '2022-05-13', words);
      expect({ words, found: found.rows.some((r) => r.staffNumber === other?.number) }).toEqual({
        words,
        found: true,
      });
    }
    expect((await search('2022-05-09', '2022-05-13', '%')).total).toBe(0);
  });

  it('names nobody from outside, and nobody who has left before the last day', async () => {
    for (const number of ['9100002', '9900001']) {
      expect((await search('2022-05-09', '2022-05-13', number)).total).toBe(0);
      const answer = await set(staff, '2022-05-09', '2022-05-13', await personOf(number));
      expect(codeOf(answer)).toBe('absence.delegate_without_post');
    }
    const [colleague] = (await search('2022-05-09', '2022-05-13')).rows;
    await product.database.query(
      `update directory.post_holding set to_date = '2022-05-12' where person_id = $1`,
      [colleague?.id],
    );
    expect((await search('2022-05-09', '2022-05-12', colleague?.staffNumber)).total).toBe(1);
    expect((await search('2022-05-09', '2022-05-13', colleague?.staffNumber)).total).toBe(0);
    expect(codeOf(await set(staff, '2022-05-09', '2022-05-13', colleague?.id ?? ''))).toBe(
      'absence.delegate_without_post',
    );
  });

  it('is kept, shown to both, and told apart from what shares its days', async () => {
    const manager = (await search('2022-05-09', '2022-05-13')).rows.find((r) => r.near === 'superior');
    const answer = await set(staff, '2022-05-09', '2022-05-13', manager?.id ?? '');
    expect(answer.status).toBe(200);
    const [own] = (answer.body as List).own;
    expect(own).toMatchObject({ fromDate: '2022-05-09', state: 'planned', delegateAway: null });
    expect(own?.delegate.name).toBe(manager?.name);
    const other = await city.as(manager?.staffNumber ?? '');
    const { standingInFor } = await other.get<List>('/api/me/absences');
    expect(standingInFor.map((s) => s.fromDate)).toEqual(['2022-05-09']);
    expect(codeOf(await set(staff, '2022-05-13', '2022-05-20', manager?.id ?? ''))).toBe('absence.overlaps');
    expect(codeOf(await set(staff, '2022-06-01', '2022-06-02', staffId))).toBe('absence.oneself');
    // Whoever is away on these days too is named all the same, but one is told.
    expect((await set(other, '2022-05-10', '2022-05-11', staffId)).status).toBe(200);
    const again = await staff.get<List>('/api/me/absences');
    expect(again.own[0]?.delegateAway).toMatchObject({ fromDate: '2022-05-10' });
    const found = await search('2022-05-09', '2022-05-13', manager?.staffNumber);
    expect(found.rows[0]?.away).toMatchObject({ fromDate: '2022-05-10' });
  });

  it('is entered once, however often it is sent at the same time', async () => {
    const [delegate] = (await search('2022-07-01', '2022-07-02')).rows;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => set(staff, '2022-07-01', '2022-07-02', delegate?.id ?? '')),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('ends early from today on; what is over stays as it was; nobody else ends it', async () => {
    await city.moveTo('2022-05-11');
    const own = async () => (await staff.get<List>('/api/me/absences')).own;
    const running = (await own()).find((a) => a.state === 'running');
    const stranger = await city.staffOf('広報課');
    expect((await stranger.send('DELETE', `/api/me/absences/${running?.id}`)).status).toBe(404);
    await staff.ask('DELETE', `/api/me/absences/${running?.id}`);
    const past = (await own()).find((a) => a.id === running?.id);
    expect(past).toMatchObject({ toDate: '2022-05-10', state: 'past' });
    expect(codeOf(await staff.send('DELETE', `/api/me/absences/${running?.id}`))).toBe('absence.is_past');
    const planned = (await own()).find((a) => a.state === 'planned');
    await staff.ask('DELETE', `/api/me/absences/${planned?.id}`);
    expect((await own()).map((a) => a.id)).toEqual([running?.id]);
    expect((await audits()).map((a) => a.action)).toEqual([
      'absence.set',
      'absence.set',
      'absence.set',
      'absence.ended',
      'absence.cancelled',
    ]);
  });

  it('is entered by the planning division for who cannot, and the log says by whom', async () => {
    const planner = await city.planner();
    const [delegate] = (await search('2022-05-16', '2022-05-20')).rows;
    const list = await planner.post<List>(`/api/people/${staffId}/absences`, {
      fromDate: '2022-05-16',
      toDate: '2022-05-20',
      delegateId: delegate?.id,
    });
    expect(list.own.map((a) => a.fromDate)).toContain('2022-05-16');
    const last = (await audits()).at(-1);
    expect(last?.of).toBe(staffId);
    expect(last?.person).not.toBe(staffId);
    const unknown = await planner.send('POST', '/api/people/00000000-0000-4000-8000-000000000000/absences', {
      fromDate: '2022-05-16',
      toDate: '2022-05-20',
      delegateId: delegate?.id,
    });
    expect(unknown.status).toBe(404);
  });
});
