import { describe, expect, it } from '@jest/globals';
import { unfinishedPlaces } from './unfinished-places';

describe('the places that are unfinished', () => {
  it('are every text that cannot be read and every open cell of a begun row', () => {
    const places = unfinishedPlaces({
      texts: { budget: { field: 'budget', kind: 'number', text: '八千万円' } },
      rows: {
        commitments: [
          { id: 3, row: { what: '相談会', who: '課長', due: '2022-09-30' }, last: null },
          { id: 7, row: { what: '窓口', who: '', due: '2022/2/30' }, last: null },
        ],
      },
    });
    expect(places).toEqual([
      { input: 'budget', field: 'budget', what: 'number' },
      { input: 'commitments-7-who', field: 'commitments', what: 'cell', row: 2, cell: 'who' },
      { input: 'commitments-7-due', field: 'commitments', what: 'unread_cell', row: 2, cell: 'due' },
    ]);
  });

  it('are none when nothing is held back', () => {
    expect(unfinishedPlaces({ texts: {}, rows: { other: [{}] } })).toEqual([]);
  });
});
