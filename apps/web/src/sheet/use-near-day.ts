import { useSession } from '../frame/session';
import { useFormats } from '../parts';
import { isOtherYear } from './near-day';

/** 5月30日（月）; in another calendar year than today's 令和5年5月30日（火）. */
export function useNearDay(): (date: string) => string {
  const { today } = useSession();
  const { day, fullDay } = useFormats();
  return (date) => (isOtherYear(date, today) ? fullDay(date) : day(date));
}
