import { useFormats } from '../parts';
import { addWords, useWords } from '../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

/** The feature of this folder's words. */
export const OPERATIONS = 'operations';

addWords(OPERATIONS, { ja, en });

const JAPAN_AHEAD_MS = 9 * 3_600_000;

/** An instant as day and time in Japan. */
export function useInstant(): (instant: string) => string {
  const say = useWords(OPERATIONS);
  const { plainDay, time } = useFormats();
  return (instant) => {
    const date = new Date(new Date(instant).getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, 10);
    return say('at', { day: plainDay(date), time: time(instant) });
  };
}

/** What a job does, in the reader's words. */
export function useJobName(): (job: string) => string {
  const say = useWords(OPERATIONS);
  return (job) => (`job.${job}` in ja ? say(`job.${job}`) : say('job.other', { job }));
}
