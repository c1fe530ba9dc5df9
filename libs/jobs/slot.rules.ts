import { addDays, compareDates, japanDate, japanInstant } from '#calendar';

/** When a job of the timetable falls due: all instants in the half-open interval (after, upTo]. */
export type SlotRule = (after: Date, upTo: Date) => Date[];

/** Every day at a time of Japan's clock. */
export const everyDay =
  (hour: number, minute: number): SlotRule =>
  (after, upTo) => {
    const slots: Date[] = [];
    for (let date = japanDate(after); compareDates(date, japanDate(upTo)) <= 0; date = addDays(date, 1)) {
      const slot = japanInstant(date, hour, minute);
      if (slot > after && slot <= upTo) slots.push(slot);
    }
    return slots;
  };

/** What to run now: the newest slot that is due, and how many older ones it stands for. */
export function dueSlot(rule: SlotRule, after: Date, now: Date): { slot: Date; merged: number } | undefined {
  const slots = rule(after, now);
  const slot = slots.at(-1);
  return slot ? { slot, merged: slots.length - 1 } : undefined;
}
