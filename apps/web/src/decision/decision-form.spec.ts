import { describe, expect, it } from '@jest/globals';
import type { Decision, DecisionPage } from '../api';
import { emptyFields, rebased, recordedSince, requestOf, writtenFrom } from './decision-form';

const recorded: Decision = {
  version: 2,
  verdict: 'partly',
  direction: 'improve',
  text: '広げること。',
  decidedOn: '2022-07-11',
  body: '本部会議',
  commitments: [
    {
      id: 'p1',
      itemKey: 'ア',
      what: '広げる。',
      who: '市民協働課長',
      dueOn: '2023-03-31',
      state: 'open',
      answered: false,
    },
  ],
};
const page = (decision: Decision | null): DecisionPage => ({
  decision,
  mayRecord: true,
  today: '2022-07-11',
  places: [],
  history: [],
});
const row = { row: 'new', answered: false, itemKey: '', what: '', who: '', dueOn: null, dueText: '' };

describe('the form of a decision', () => {
  it('begins today with the usual meeting, and names every place that is empty', () => {
    const fresh = writtenFrom(page(null), '本部会議');
    expect(fresh).toMatchObject({ version: 0, decidedOn: '2022-07-11', body: '本部会議' });
    expect([...emptyFields({ ...fresh, commitments: [row] }).keys()]).toEqual([
      'verdict',
      'direction',
      'text',
      'commitments.0.itemKey',
      'commitments.0.what',
      'commitments.0.who',
      'commitments.0.dueOn',
    ]);
    expect(requestOf(fresh)).toBeNull();
    expect([...emptyFields({ ...fresh, verdict: 'as_is', direction: 'continue' }).keys()]).toEqual([]);
  });

  it('corrects what is recorded only with a reason', () => {
    const written = writtenFrom(page(recorded), '');
    expect([...emptyFields(written).keys()]).toEqual(['reason']);
    expect(requestOf({ ...written, reason: ' 誤記 ' })).toEqual({
      version: 2,
      verdict: 'partly',
      direction: 'improve',
      text: '広げること。',
      decidedOn: '2022-07-11',
      body: '本部会議',
      reason: '誤記',
      commitments: [{ id: 'p1', itemKey: 'ア', what: '広げる。', who: '市民協働課長', dueOn: '2023-03-31' }],
    });
  });

  it('goes on on top of what another recorded: mine stays, theirs stay beside it', () => {
    const fresh = { ...writtenFrom(page(null), '本部会議'), text: '私の決定', commitments: [row] };
    expect(recordedSince(fresh, recorded)).toBe(recorded);
    const now = rebased(fresh, recorded);
    expect(recordedSince(now, recorded)).toBeNull();
    expect(now).toMatchObject({ version: 2, text: '私の決定' });
    expect(now.commitments.map((one) => one.row)).toEqual(['p1', 'new']);
  });
});
