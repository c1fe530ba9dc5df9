import { describe, expect, it } from '@jest/globals';
import { todayAddress, todayPath } from './today-address';

const read = (query: string) => todayAddress(new URLSearchParams(query));

describe('the address of Today', () => {
  it('says what the list is narrowed to, and comes back as it was', () => {
    const address = { view: 'own', kind: 'overdue', state: null, stage: 'check', page: 3 } as const;
    expect(todayPath(address)).toBe('/?kind=overdue&stage=check&page=3');
    expect(read('kind=overdue&stage=check&page=3')).toEqual(address);
    expect(read('view=department&state=drafting')).toMatchObject({ view: 'department', state: 'drafting' });
    expect(todayPath({})).toBe('/');
  });

  it.each(['kind=nonsense', 'kind=drafting', 'page=-1', 'page=x', 'stage=', 'state=overdue'])(
    '%s is left out',
    (query) => {
      expect(read(query)).toEqual({ view: 'own', kind: null, state: null, stage: null, page: 1 });
    },
  );
});
