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

/** When a job falls due, and whether a later day may still run what an earlier one missed. */
export interface SlotPlan {
  readonly due: SlotRule;
  /** Its work is of the slot's own day in Japan: when that day is over it waits for the next slot, which stands for it. */
  readonly onItsDay?: boolean;
}

export interface DueSlot {
  /** The newest slot that is due. */
  readonly slot: Date;
  /** How many older ones it stands for. */
  readonly merged: number;
  /** Since when something should have run: a slot that waited for this one was not late. */
  readonly since: Date;
}

/** What to run now; nothing while what was missed waits for the next slot. */
export function dueSlot({ due, onItsDay = false }: SlotPlan, after: Date, now: Date): DueSlot | undefined {
  const missed = due(after, now);
  const today = japanDate(now);
  const since = onItsDay ? missed.find((slot) => japanDate(slot) === today) : missed[0];
  const slot = missed.at(-1);
  return slot && since && { slot, merged: missed.length - 1, since };
}
