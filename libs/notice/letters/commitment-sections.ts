import type { DecidedCommitment, LetterCommitment } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import type { LetterRow, LetterSection } from './letter-page.types.js';
import { dueWords, yearWords } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { byDueDate, listSection } from './list-section.js';

/** 改善策 whose day has come or comes this week. */
export function commitmentSection(
  voice: LetterVoice,
  commitments: readonly LetterCommitment[],
): LetterSection | null {
  const { say } = voice;
  return listSection(voice, {
    name: say('letter.commitments'),
    entries: byDueDate(commitments),
    row: (commitment) => commitmentRow(voice, commitment),
    page: 'department',
    opens: say('letter.button.department'),
    opensOnly: say('letter.button.commitment'),
  });
}

/** 推進本部決定: what management decided that the reader's department does, with the report that tells why. */
export function decidedSection(
  voice: LetterVoice,
  commitments: readonly DecidedCommitment[],
): LetterSection | null {
  const { say } = voice;
  const section = listSection(voice, {
    name: say('letter.decided'),
    entries: byDueDate(commitments),
    row: (commitment) => commitmentRow(voice, commitment),
    page: 'reports',
    opens: say('letter.button.reports'),
  });
  if (!section) return null;
  const [report, ...others] = new Set(commitments.map(({ reportUrl }) => reportUrl));
  const isOne = report !== undefined && others.length === 0;
  const button = isOne
    ? { ...section.button, label: say('letter.button.report'), url: urlBelow(voice.baseUrl, report) }
    : section.button;
  return { ...section, lead: say('letter.decided.lead'), button };
}

function commitmentRow(voice: LetterVoice, commitment: LetterCommitment): LetterRow {
  const { say } = voice;
  return {
    main: say('letter.sheet', { label: commitment.label, title: commitment.what }),
    beside: commitment.who,
    details: [
      dueWords(voice, commitment),
      say('letter.commitments.made', { year: yearWords(voice, commitment.madeInFiscalYear) }),
    ],
    quote: null,
    url: urlBelow(voice.baseUrl, commitment.url),
  };
}
