import type { LetterCommitment } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import type { LetterRow, LetterSection } from './letter-page.types.js';
import { dueWords, yearWords } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { byDueDate, listSection } from './list-section.js';

/** 改善策 whose day has come. */
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

/** 推進本部決定: what management decided that the reader's department does. */
export function decidedSection(
  voice: LetterVoice,
  commitments: readonly LetterCommitment[],
): LetterSection | null {
  const { say } = voice;
  const section = listSection(voice, {
    name: say('letter.decided'),
    entries: byDueDate(commitments),
    row: (commitment) => commitmentRow(voice, commitment),
    page: 'today',
    opens: say('letter.button.today'),
    opensOnly: say('letter.button.commitment'),
  });
  return section && { ...section, lead: say('letter.decided.lead') };
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
