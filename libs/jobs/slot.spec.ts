import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { japanDate, japanHour, japanInstant } from '#calendar';
import { dueSlot, everyDay, type SlotPlan, type SlotRule } from './slot.rules.js';

const DAY_MS = 86_400_000;
const MORNING = everyDay(8, 0);
const NIGHT = everyDay(0, 5);
/** What is told on a morning is of that day. */
const LETTERS: SlotPlan = { due: MORNING, onItsDay: true };

const at = (date: string, hour: number, minute = 0): Date => japanInstant(date, hour, minute);
const due = (rule: SlotRule, after: Date, now: Date) => {
  const found = dueSlot({ due: rule }, after, now);
  return found && { slot: found.slot.toISOString(), merged: found.merged };
};

describe('a slot of the timetable', () => {
  it('falls due at its time in Japan, whatever the machine’s zone', () => {
    expect(due(MORNING, at('2022-03-31', 9), at('2022-04-01', 7, 59))).toBeUndefined();
    expect(due(MORNING, at('2022-03-31', 9), at('2022-04-01', 8))).toEqual({
      slot: '2022-03-31T23:00:00.000Z',
      merged: 0,
    });
    expect(due(NIGHT, at('2022-03-31', 12), at('2022-04-01', 0, 5))?.slot).toBe('2022-03-31T15:05:00.000Z');
  });

  it('does not fall due again at the moment it ran', () => {
    const slot = at('2022-04-01', 8);
    expect(due(MORNING, slot, slot)).toBeUndefined();
    expect(due(MORNING, slot, at('2022-04-02', 7, 59))).toBeUndefined();
    expect(due(MORNING, slot, at('2022-04-02', 8))?.merged).toBe(0);
  });

  it('is the newest of those that were missed and stands for the others', () => {
    expect(due(MORNING, at('2022-03-31', 8), at('2022-04-04', 10))).toEqual({
      slot: at('2022-04-04', 8).toISOString(),
      merged: 3,
    });
    expect(due(NIGHT, at('2022-03-31', 0, 5), at('2022-04-03', 23))).toMatchObject({ merged: 2 });
  });

  it('is none when the clock stands before what has run', () => {
    expect(due(MORNING, at('2022-04-10', 8), at('2022-04-01', 9))).toBeUndefined();
  });

  describe('whose work is of its own day', () => {
    const friday = at('2022-04-08', 8);

    it('runs late on that day', () => {
      expect(dueSlot(LETTERS, at('2022-04-07', 8), at('2022-04-08', 23, 59))).toEqual({
        slot: friday,
        merged: 0,
        since: friday,
      });
    });

    it('waits when the day is over, at night and until the next one’s time', () => {
      expect(dueSlot(LETTERS, at('2022-04-07', 8), at('2022-04-09', 0))).toBeUndefined();
      expect(dueSlot(LETTERS, at('2022-04-07', 8), at('2022-04-11', 7, 59))).toBeUndefined();
    });

    it('is told with the next one, which is not late for having been waited for', () => {
      const monday = at('2022-04-11', 8);
      expect(dueSlot(LETTERS, at('2022-04-07', 8), at('2022-04-11', 9))).toEqual({
        slot: monday,
        merged: 3,
        since: monday,
      });
    });
  });

  it('is late since the oldest one that was missed, when any day will do', () => {
    expect(dueSlot({ due: NIGHT }, at('2022-03-31', 9), at('2022-04-04', 10))?.since).toEqual(
      at('2022-04-01', 0, 5),
    );
  });

  it('comes once in each day that begins and ends in Japan', () => {
    expect(MORNING(at('2022-04-01', 0), at('2022-04-04', 0)).map((slot) => slot.toISOString())).toEqual([
      '2022-03-31T23:00:00.000Z',
      '2022-04-01T23:00:00.000Z',
      '2022-04-02T23:00:00.000Z',
    ]);
  });

  describe('of any rule', () => {
    const rule = fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map(([hour, minute]) => everyDay(hour, minute));
    const instant = fc.date({
      min: new Date('2019-01-01'),
      max: new Date('2027-01-01'),
      noInvalidDate: true,
    });
    const later = fc.tuple(instant, fc.nat({ max: 30 * DAY_MS })).map(([after, ms]) => ({
      after,
      now: new Date(after.getTime() + ms),
    }));

    it('lies after what ran last and not after now', () => {
      fc.assert(
        fc.property(rule, instant, instant, (given, after, now) => {
          const found = dueSlot({ due: given }, after, now);
          if (!found) return;
          expect(found.slot > after && found.slot <= now).toBe(true);
          expect(found.merged).toBeGreaterThanOrEqual(0);
        }),
      );
    });

    it('has run once it has run: nothing more is due, and looking oftener loses and adds nothing', () => {
      fc.assert(
        fc.property(
          rule,
          later,
          fc.double({ min: 0, max: 1, noNaN: true }),
          (given, { after, now }, part) => {
            const found = dueSlot({ due: given }, after, now);
            if (found) expect(dueSlot({ due: given }, found.slot, now)).toBeUndefined();
            const between = new Date(after.getTime() + Math.floor((now.getTime() - after.getTime()) * part));
            expect([...given(after, between), ...given(between, now)]).toEqual(given(after, now));
            expect(found ? found.merged + 1 : 0).toBe(given(after, now).length);
          },
        ),
      );
    });

    it('comes in order, once a day at the most, at one time of day', () => {
      fc.assert(
        fc.property(fc.nat({ max: 23 }), fc.nat({ max: 59 }), later, (hour, minute, { after, now }) => {
          const slots = everyDay(hour, minute)(after, now);
          expect(new Set(slots.map(japanDate)).size).toBe(slots.length);
          expect(slots).toEqual(slots.toSorted((a, b) => a.getTime() - b.getTime()));
          for (const slot of slots) expect([japanHour(slot), slot.getUTCMinutes()]).toEqual([hour, minute]);
        }),
      );
    });
  });
});
