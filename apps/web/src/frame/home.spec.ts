import { describe, expect, it } from '@jest/globals';
import type { Role } from '../api';
import { homeOf, ownWork } from './home';

const NOTHING = { today: 0, approvals: 0, standIn: 0, mentions: 0 };
const office = (...roles: Role[]) => ({ roles, outsider: false });

describe('where a person begins', () => {
  it('is the overview for those who oversee the whole', () => {
    expect(homeOf(office('management'), NOTHING).to).toBe('/reports');
    expect(homeOf(office('auditor'), NOTHING).to).toBe('/reports');
  });

  it.each(['today', 'approvals', 'standIn', 'mentions'] as const)(
    'is Today when %s waits for them',
    (kind) => {
      expect(homeOf(office('management'), { ...NOTHING, [kind]: 1 }).to).toBe('/');
    },
  );

  it('is Today for everybody else, also without anything to do', () => {
    expect(homeOf(office(), NOTHING).to).toBe('/');
    expect(homeOf(office('planner', 'finance'), NOTHING).to).toBe('/');
    expect(homeOf({ roles: ['auditor'], outsider: true }, NOTHING).to).toBe('/');
  });
});

describe('the counter of Today', () => {
  it('counts what the page lists as the reader’s work: sheets, confirmations and comments', () => {
    expect(ownWork({ today: 1, approvals: 2, standIn: 8, mentions: 4 })).toBe(7);
    expect(ownWork({})).toBe(0);
  });
});
