import { formatDate } from '#calendar';
import type { DueSheet } from './letter.types.js';
import { pageUrl } from './letter-links.js';
import type { LetterRow, LetterSection } from './letter-page.types.js';
import { dayWords, stageWords } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { byDueDate, MAX_ROWS, restOf } from './list-section.js';

type SheetGroup = readonly [DueSheet, ...DueSheet[]];

/** What is due this week, gathered by day, stage and person. */
export function dueSection(voice: LetterVoice, sheets: readonly DueSheet[]): LetterSection | null {
  if (sheets.length === 0) return null;
  const shown = byDueDate(sheets).slice(0, MAX_ROWS);
  return {
    name: voice.say('letter.due_this_week'),
    count: sheets.length,
    alarming: false,
    lead: null,
    form: 'days',
    rows: grouped(shown).map((group) => dueRow(voice, group)),
    rest: restOf(voice, sheets.length, 'department'),
    button: {
      label: voice.say('letter.button.department'),
      url: pageUrl(voice.baseUrl, 'department'),
      primary: false,
    },
  };
}

/** Sheets of the same day, year, stage and person, in the order in which they came. */
function grouped(sheets: readonly DueSheet[]): readonly SheetGroup[] {
  const groups = new Map<string, SheetGroup>();
  for (const sheet of sheets) {
    const key = JSON.stringify([sheet.dueOn, sheet.fiscalYear, sheet.stage, sheet.personName]);
    const group = groups.get(key);
    groups.set(key, group ? [...group, sheet] : [sheet]);
  }
  return [...groups.values()];
}

function dueRow(voice: LetterVoice, sheets: SheetGroup): LetterRow {
  const { say } = voice;
  const [first] = sheets;
  const labels = sheets.map(({ label }) => label).join(say('letter.join.list'));
  const notes = sheets.flatMap((sheet) =>
    notesOn(voice, sheet).map((note) =>
      sheets.length === 1 ? note : say('letter.due_this_week.note', { sheet: sheet.label, note }),
    ),
  );
  const sentences = [...(first.personName === null ? [] : [first.personName]), ...notes];
  return {
    main: dayWords(voice, first.dueOn),
    beside: say('letter.due_this_week.of_stage', { sheets: labels, stage: stageWords(voice, first.stage) }),
    details: sentences.length === 0 ? [] : [sentences.join(say('letter.join.sentences'))],
    quote: null,
    url: null,
  };
}

function notesOn({ say, language }: LetterVoice, sheet: DueSheet): readonly string[] {
  const { openCommitments, returnedOn } = sheet;
  return [
    ...(openCommitments > 0 ? [say('letter.due_this_week.commitments', { count: openCommitments })] : []),
    ...(returnedOn === null
      ? []
      : [say('letter.due_this_week.returned', { date: formatDate(returnedOn, language) })]),
  ];
}
