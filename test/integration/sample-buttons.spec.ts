import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import { Session } from '../running/session.js';

interface SignInPage {
  readonly samplePeople: readonly { readonly name: string; readonly part: string }[];
}

/** The sample city's sign-in page has a button for one person of each part. */
describe('the buttons of the sample city', () => {
  let product: Api;

  beforeAll(async () => {
    product = await startApi('sample');
  });

  afterAll(() => product.stop());

  const buttons = async (): Promise<SignInPage['samplePeople']> =>
    (await new Session(product.url).get<SignInPage>('/api/sign-in')).samplePeople;

  it('stay with their people when somebody is added', async () => {
    const before = await buttons();
    expect(before.find(({ part }) => part === 'planner')?.name).toBe('上田 大輔');
    await product.database.query(
      `with added as (
         insert into directory.person (staff_number, name, kana, email) values ('1001', '山田 花子', '', 'hanako@city.example.jp')
         returning id)
       insert into directory.post_holding (post_id, person_id, from_date)
       select (select id from directory.post where role = 'planner' limit 1), added.id, '2022-04-01' from added`,
    );
    expect(await buttons()).toEqual(before);
  });
});
