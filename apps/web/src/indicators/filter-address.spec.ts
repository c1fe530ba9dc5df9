import { describe, expect, it } from '@jest/globals';
import { filterFrom, NO_FILTER, paramsOf } from './filter-address';

describe('the filter of the wall in its address', () => {
  it.each([
    [NO_FILTER],
    [{ statuses: ['worse', 'behind'], section: '1-2', text: '割合 ％' }],
    [{ statuses: [], section: '', text: 'a=b&c' }],
  ] as const)('%j comes back as it was', (filter) => {
    const params = new URLSearchParams({ ...paramsOf(filter) });
    expect(filterFrom(new URLSearchParams(params.toString()))).toEqual(filter);
  });

  it('leaves out what it does not know', () => {
    expect(filterFrom(new URLSearchParams('status=better.behind.&page=3'))).toEqual({
      ...NO_FILTER,
      statuses: ['behind'],
    });
  });
});
