import type {
  DailyLetterProps,
  EscalatedSheet,
  LetterSheet,
  MovedStage,
  OpenedStage,
  OverdueSheet,
  ReturnedSheet,
} from './letter.types.js';
import type { LetterRow, LetterSection } from './letter-page.types.js';
import { pageUrl } from './letter-links.js';
import { dayWords, daysLeftWords, dueWords, stageOfYear, yearWords } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { byDueDate, listSection, MAX_ROWS, restOf } from './list-section.js';
import { personWords, sheetRow } from './sheet-sections.js';
import { isWordKey } from './wording.js';

/** A longer reason is continued in the sheet. */
const MAX_REASON = 400;

/** What came back, with the reason in the words of who returned it. */
export function returnedSection(voice: LetterVoice, sheets: readonly ReturnedSheet[]): LetterSection | null {
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
    ...placeWords(voice, sheet.places),
    ...personWords(voice, sheet.personName),
  ];
  return { ...sheetRow(voice, sheet, details), quote: clipped(voice, sheet.reason) };
}

/** 直すところ 決算見込額、取組の成果; nothing when the whole sheet is meant. */
function placeWords({ say }: LetterVoice, places: readonly string[]): string[] {
  const names = places.map((place) => `letter.field.${place}`).filter(isWordKey);
  if (names.length === 0) return [];
  return [
    say('letter.returned.places', { places: names.map((name) => say(name)).join(say('letter.join.list')) }),
  ];
}

function clipped(voice: LetterVoice, reason: string): string | null {
  const signs = [...reason.trim()];
  if (signs.length === 0) return null;
  if (signs.length <= MAX_REASON) return signs.join('');
  return voice.say('letter.clipped', { text: signs.slice(0, MAX_REASON).join('') });
}

/** What falls due soon. */
export function reminderSection(voice: LetterVoice, sheets: readonly LetterSheet[]): LetterSection | null {
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

/** What the planning division asks for, late or not. */
export function requestedSection(
  voice: LetterVoice,
  sheets: readonly OverdueSheet[],
  office: string,
): LetterSection | null {
  const { say } = voice;
  const section = listSection(voice, {
    name: say('letter.requested'),
    entries: byDueDate(sheets),
    row: (sheet) => sheetRow(voice, sheet, [dueWords(voice, sheet), ...personWords(voice, sheet.personName)]),
    page: 'today',
    opens: say('letter.button.today'),
    opensOnly: say('letter.button.sheet'),
    alarming: sheets.some(isLate),
    primary: true,
  });
  return section && { ...section, lead: say('letter.requested.lead', { office }) };
}

/** Whether a sheet is past its due date on the day of the letter. */
export const isLate = ({ daysLeft }: Pick<LetterSheet, 'daysLeft'>): boolean => daysLeft < 0;

/** Due dates that were moved, with what they were. */
export function movedSection(voice: LetterVoice, moved: readonly MovedStage[]): LetterSection | null {
  if (moved.length === 0) return null;
  const { say } = voice;
  return {
    name: say('letter.moved'),
    count: moved.reduce((sum, { sheets }) => sum + sheets, 0),
    alarming: false,
    lead: null,
    form: 'entries',
    rows: byDueDate(moved)
      .slice(0, MAX_ROWS)
      .map((stage) => movedRow(voice, stage, isApart(stage, moved))),
    rest: restOf(voice, moved.length, 'today'),
    button: { label: say('letter.button.today'), url: pageUrl(voice.baseUrl, 'today'), primary: false },
  };
}

/** Whether departments of the reader have different dates for the same stage. */
const isApart = (stage: MovedStage, moved: readonly MovedStage[]): boolean =>
  moved.some((one) => one !== stage && one.stage === stage.stage && one.fiscalYear === stage.fiscalYear);

/** With whose date it is, where there are several. */
function movedRow(
  voice: LetterVoice,
  { dueBefore, departments, ...stage }: MovedStage,
  named: boolean,
): LetterRow {
  const row = openedRow(voice, stage);
  const before = voice.say('letter.moved.before', { date: dayWords(voice, dueBefore) });
  return { ...row, details: [...row.details, before, ...(named ? departments : [])] };
}

/** What others hold too long, for the level above them. */
export function escalatedSection(
  voice: LetterVoice,
  sheets: readonly EscalatedSheet[],
): LetterSection | null {
  const { say } = voice;
  const section = listSection(voice, {
    name: say('letter.escalated'),
    entries: byDueDate(sheets),
    row: (sheet) =>
      sheetRow(voice, sheet, [
        dueWords(voice, sheet),
        say(`letter.escalated.${sheet.heldBy}`, { name: sheet.personName ?? '' }),
      ]),
    page: 'department',
    opens: say('letter.button.department'),
    opensOnly: say('letter.button.sheet'),
    alarming: true,
  });
  return section && { ...section, lead: say('letter.escalated.lead') };
}

/** What can be filled in from today. */
export function openedSection(voice: LetterVoice, opened: readonly OpenedStage[]): LetterSection | null {
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

function openedRow(
  voice: LetterVoice,
  { stage, fiscalYear, sheets, ...due }: Omit<OpenedStage, 'kind'>,
): LetterRow {
  return {
    main: stageOfYear(voice, stage, fiscalYear),
    beside: voice.say('letter.sheets', { count: sheets }),
    details: [dueWords(voice, due)],
    quote: null,
    url: null,
  };
}

/** Keeps a sheet in the first of several lists alone: those are given in the order of how much they say. */
export function toldOnce(): <Sheet extends Pick<LetterSheet, 'taskStageId'>>(
  sheets: readonly Sheet[],
) => readonly Sheet[] {
  const told = new Set<string>();
  return (sheets) => sheets.filter(({ taskStageId }) => !told.has(taskStageId) && told.add(taskStageId));
}

/** The lists of an ordinary letter that hold nothing. */
export const NOTHING_TO_TELL: Pick<
  DailyLetterProps,
  | 'opened'
  | 'moved'
  | 'returned'
  | 'requested'
  | 'reminders'
  | 'overdue'
  | 'waiting'
  | 'escalated'
  | 'decided'
> = {
  opened: [],
  moved: [],
  returned: [],
  requested: [],
  reminders: [],
  overdue: [],
  waiting: [],
  escalated: [],
  decided: [],
};
