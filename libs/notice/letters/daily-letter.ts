import type {
  DailyLetterProps,
  LetterSheet,
  OpenedStage,
  RenderedLetter,
  ReturnedSheet,
} from './letter.types.js';
import type { LetterRow, LetterSection } from './letter-page.types.js';
import { pageUrl } from './letter-links.js';
import {
  countsWords,
  dayWords,
  daysLeftWords,
  dueWords,
  framedPage,
  stageOfYear,
  voiceFor,
  withPrimaryButton,
  yearWords,
} from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { byDueDate, listSection, MAX_ROWS, restOf } from './list-section.js';
import { printLetter } from './print-letter.js';
import { overdueSection, personWords, sheetRow, waitingSection } from './sheet-sections.js';

/** A longer reason is continued in the sheet. */
const MAX_REASON = 400;

/**
 * The one ordinary letter of a person and day, with a section for each kind of notice that is there: late,
 * returned, waiting for approval, due soon, opened. The subject says how many sheets it is about, and how
 * many of them stand under 期限超過.
 */
export function dailyLetter(props: DailyLetterProps): RenderedLetter {
  const voice = voiceFor(props);
  const { say } = voice;
  const told = toldOnce(props);
  const sections = [
    overdueSection(voice, told.overdue, 'today'),
    returnedSection(voice, told.returned),
    waitingSection(voice, told.waiting),
    reminderSection(voice, told.reminders),
    openedSection(voice, props.opened),
  ].filter((section) => section !== null);
  const count = sections.reduce((sum, section) => sum + section.count, 0);
  const late = told.overdue.length;
  const total = say('letter.daily.total', { count });
  const counts = countsWords(voice, sections);
  return printLetter({
    ...framedPage(props, 'daily', late === 0 ? total : say('letter.with_overdue', { total, count: late })),
    title: say('letter.daily.title', { count }),
    summary: sections.length < 2 || counts === null ? null : say('letter.summary', { counts }),
    boxes: [],
    sections: withPrimaryButton(sections),
    closing: [],
  });
}

/** Whether nothing is left to tell, so that the letter need not be sent. */
export function isEmptyDailyLetter(props: DailyLetterProps): boolean {
  const { opened, returned, reminders, overdue, waiting } = props;
  return [opened, returned, reminders, overdue, waiting].every((list) => list.length === 0);
}

/** A sheet in several lists stays in the one that says most: returned (with its reason), late, waiting, due. */
function toldOnce(
  props: DailyLetterProps,
): Pick<DailyLetterProps, 'returned' | 'overdue' | 'waiting' | 'reminders'> {
  const told = new Set<string>();
  const untold = <Sheet extends LetterSheet>(sheets: readonly Sheet[]): readonly Sheet[] =>
    sheets.filter(({ taskStageId }) => !told.has(taskStageId) && told.add(taskStageId));
  return {
    returned: untold(props.returned),
    overdue: untold(props.overdue),
    waiting: untold(props.waiting),
    reminders: untold(props.reminders),
  };
}

function returnedSection(voice: LetterVoice, sheets: readonly ReturnedSheet[]): LetterSection | null {
  const { say } = voice;
  return listSection(voice, {
    name: say('letter.returned'),
    entries: byDueDate(sheets),
    row: (sheet) => returnedRow(voice, sheet),
    page: 'today',
    opens: say('letter.button.today'),
    opensOnly: say('letter.button.mend'),
    primary: true,
  });
}

function returnedRow(voice: LetterVoice, sheet: ReturnedSheet): LetterRow {
  const { say } = voice;
  const details = [
    say('letter.returned.by', { by: sheet.returnedBy, date: dayWords(voice, sheet.returnedOn) }),
    say('letter.returned.due', {
      date: dayWords(voice, sheet.dueOn),
      left: daysLeftWords(voice, sheet.daysLeft),
    }),
    ...personWords(voice, sheet.personName),
  ];
  return { ...sheetRow(voice, sheet, details), quote: clipped(voice, sheet.reason) };
}

function reminderSection(voice: LetterVoice, sheets: readonly LetterSheet[]): LetterSection | null {
  const { say } = voice;
  return listSection(voice, {
    name: say('letter.reminders'),
    entries: byDueDate(sheets),
    row: (sheet) => sheetRow(voice, sheet, [dueWords(voice, sheet), ...personWords(voice, sheet.personName)]),
    page: 'today',
    opens: say('letter.button.today'),
    opensOnly: say('letter.button.sheet'),
  });
}

function openedSection(voice: LetterVoice, opened: readonly OpenedStage[]): LetterSection | null {
  if (opened.length === 0) return null;
  const { say } = voice;
  const begun = opened.find(({ kind }) => kind === 'cycle');
  const lead = begun && say('letter.opened.cycle_begins', { year: yearWords(voice, begun.fiscalYear) });
  return {
    name: say(begun ? 'letter.opened.cycle' : 'letter.opened.stage'),
    count: opened.reduce((sum, { sheets }) => sum + sheets, 0),
    alarming: false,
    lead: lead ?? null,
    form: 'entries',
    rows: byDueDate(opened)
      .slice(0, MAX_ROWS)
      .map((stage) => openedRow(voice, stage)),
    rest: restOf(voice, opened.length, 'today'),
    button: { label: say('letter.button.start'), url: pageUrl(voice.baseUrl, 'today'), primary: false },
  };
}

function openedRow(voice: LetterVoice, { stage, fiscalYear, sheets, ...due }: OpenedStage): LetterRow {
  return {
    main: stageOfYear(voice, stage, fiscalYear),
    beside: voice.say('letter.sheets', { count: sheets }),
    details: [dueWords(voice, due)],
    quote: null,
    url: null,
  };
}

function clipped(voice: LetterVoice, reason: string): string | null {
  const signs = [...reason.trim()];
  if (signs.length === 0) return null;
  if (signs.length <= MAX_REASON) return signs.join('');
  return voice.say('letter.clipped', { text: signs.slice(0, MAX_REASON).join('') });
}
