import {
  escalatedSection,
  isLate,
  movedSection,
  openedSection,
  reminderSection,
  requestedSection,
  returnedSection,
  toldOnce,
} from './daily-sections.js';
import type { DailyLetterProps, RenderedLetter } from './letter.types.js';
import { countsWords, framedPage, voiceFor, withPrimaryButton } from './letter-voice.js';
import { printLetter } from './print-letter.js';
import { decidedSection } from './commitment-sections.js';
import { overdueSection, waitingSection } from './sheet-sections.js';

/**
 * The one ordinary letter of a person and day, or what is told at once, with a section for each kind of notice that is
 * there: late, returned, waiting for approval, held too long by others, decided by management, due soon, opened. The subject
 * says how many things it is about, and how many of them are late.
 */
export function dailyLetter(props: DailyLetterProps): RenderedLetter {
  const voice = voiceFor(props);
  const { say } = voice;
  // A sheet in several lists stays in the one that says most: returned (with its reason), asked for, late, waiting, due.
  const untold = toldOnce();
  const returned = untold(props.returned);
  const requested = untold(props.requested);
  const overdue = untold(props.overdue);
  const waiting = untold(props.waiting);
  const escalated = untold(props.escalated);
  const sections = [
    requestedSection(voice, requested, props.office),
    overdueSection(voice, overdue, 'today'),
    returnedSection(voice, returned),
    waitingSection(voice, waiting),
    escalatedSection(voice, escalated),
    decidedSection(voice, props.decided),
    reminderSection(voice, untold(props.reminders)),
    movedSection(voice, props.moved),
    openedSection(voice, props.opened),
  ].filter((section) => section !== null);
  const count = sections.reduce((sum, section) => sum + section.count, 0);
  const late = requested.filter(isLate).length + overdue.length + escalated.length;
  const told = props.form === 'request' ? 'letter.request' : 'letter.daily';
  const total = say(`${told}.total`, { count });
  const counts = countsWords(voice, sections);
  return printLetter({
    ...framedPage(props, props.form, late === 0 ? total : say('letter.with_overdue', { total, count: late })),
    title: say(`${told}.title`, { count }),
    summary: sections.length < 2 || counts === null ? null : say('letter.counts', { counts }),
    boxes: [],
    sections: withPrimaryButton(sections),
    closing: [],
  });
}

/** Whether nothing is left to tell, so that the letter need not be sent. */
export function isEmptyDailyLetter(props: DailyLetterProps): boolean {
  const { opened, moved, returned, requested, reminders, overdue, waiting, escalated, decided } = props;
  return [opened, moved, returned, requested, reminders, overdue, waiting, escalated, decided].every(
    (list) => list.length === 0,
  );
}
