import { formatDate } from '#calendar';
import type { LetterSheet, OverdueSheet, WaitingSheet } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import type { LetterRow, LetterSection } from './letter-page.types.js';
import { dayWords, daysLeftWords, dueWords, stageOfYear, stageWords } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { byDueDate, listSection } from './list-section.js';

/** A sheet with its stage, its details and a link of its own. */
export function sheetRow(voice: LetterVoice, sheet: LetterSheet, details: readonly string[]): LetterRow {
  return {
    main: voice.say('letter.sheet', { label: sheet.label, title: sheet.title }),
    beside: stageOfYear(voice, sheet.stage, sheet.fiscalYear),
    details,
    quote: null,
    url: urlBelow(voice.baseUrl, sheet.url),
  };
}

/** 担当 三浦 千尋, or nothing when it is the reader's own. */
export function personWords(voice: LetterVoice, personName: string | null): readonly string[] {
  return personName === null ? [] : [voice.say('letter.person', { name: personName })];
}

/** What is late, with whom, and who knows. `page` lists it: the reader's own list, or the department's. */
export function overdueSection(
  voice: LetterVoice,
  sheets: readonly OverdueSheet[],
  page: 'today' | 'department',
): LetterSection | null {
  const { say } = voice;
  return listSection(voice, {
    name: say('letter.overdue'),
    entries: byDueDate(sheets),
    row: (sheet) =>
      sheetRow(voice, sheet, [
        dueWords(voice, sheet),
        ...personWords(voice, sheet.personName),
        ...toldWords(voice, sheet.told),
      ]),
    page,
    opens: say(`letter.button.${page}`),
    opensOnly: say('letter.button.sheet'),
    alarming: true,
    primary: true,
  });
}

/** What the reader is to approve, with the day by which to decide and who submitted it. */
export function waitingSection(voice: LetterVoice, sheets: readonly WaitingSheet[]): LetterSection | null {
  return listSection(voice, {
    name: voice.say('letter.waiting'),
    entries: byDueDate(sheets),
    row: (sheet) => waitingRow(voice, sheet),
    page: 'approvals',
    opens: voice.say('letter.button.approvals'),
    primary: true,
  });
}

function waitingRow(voice: LetterVoice, sheet: WaitingSheet): LetterRow {
  const { say } = voice;
  const date = dayWords(voice, sheet.dueOn);
  const decideBy =
    sheet.daysLeft < 0
      ? say('letter.decide_by.late', { date, late: daysLeftWords(voice, sheet.daysLeft) })
      : say('letter.decide_by', { date });
  const details = [decideBy, ...(sheet.personName === null ? [] : [sheet.personName])];
  return { ...sheetRow(voice, sheet, details), beside: stageWords(voice, sheet.stage) };
}

function toldWords(voice: LetterVoice, told: OverdueSheet['told']): readonly string[] {
  if (told === null) return [];
  const date = formatDate(told.on, voice.language);
  return [voice.say('letter.told', { title: told.title, date })];
}
