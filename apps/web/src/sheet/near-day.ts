/** Whether a date needs its year beside it: it lies in another calendar year than the day it is read on. */
export function isOtherYear(date: string, today: string): boolean {
  return date.slice(0, 4) !== today.slice(0, 4);
}
