import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import { City } from '../story/city.js';

interface View {
  readonly extensions: readonly {
    readonly stage: string;
    readonly departmentCode: string;
    readonly dueOn: string;
  }[];
}

/** 期限の延長: a department gets more time for a stage. */
describe('an extension', () => {
  const DIVISION = '040102';
  let product: Api;
  let city: City;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-05-11');
  });

  afterAll(() => product.stop());

  it.each([
    ['2022-06-24', '2022-06-24', 'a Friday'],
    ['2022-06-25', '2022-06-27', 'a Saturday'],
    ['2022-07-18', '2022-07-19', 'Marine Day, a Monday'],
  ])('to %s falls due on %s, for it is %s', async (asked, dueOn) => {
    const planner = await city.planner();
    const { extensions } = await planner.post<View>('/api/cycles/2021/extensions', {
      stage: 'check',
      departmentCode: DIVISION,
      dueOn: asked,
      reason: '災害対応のため。',
    });
    expect(extensions).toContainEqual(
      expect.objectContaining({ stage: 'check', departmentCode: DIVISION, dueOn }),
    );
  });
});
