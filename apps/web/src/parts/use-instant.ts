import { useFormats } from './use-formats';

/** An instant as day and time in Japan. */
export function useInstant(): (instant: string) => string {
  const { plainDay, time } = useFormats();
  return (instant) =>
    `${plainDay(new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }))} ${time(instant)}`;
}
