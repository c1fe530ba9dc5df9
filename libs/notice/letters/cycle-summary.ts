import type { CycleSummaryProps, RenderedLetter, SummarySection } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import type { LetterRow } from './letter-page.types.js';
import { framedPage, voiceFor, yearWords } from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { MAX_ROWS } from './list-section.js';
import { printLetter } from './print-letter.js';

/** 年度のまとめ: a closed year in one page for management: how much is settled, how indicators stand, the grades. */
export function cycleSummary(props: CycleSummaryProps): RenderedLetter {
  const voice = voiceFor(props);
  const { say, baseUrl } = voice;
  const year = yearWords(voice, props.fiscalYear);
  const url = urlBelow(baseUrl, props.url);
  const unfinished = props.sheets - props.approved;
  const settled = { approved: props.approved, sheets: props.sheets };
  return printLetter({
    ...framedPage(props, 'summary', say('letter.summary.subject', { year, ...settled })),
    title: say('letter.summary.title', { year }),
    summary: say('letter.summary.settled', settled),
    boxes: [
      { name: say('letter.summary.unfinished'), count: unfinished, alarming: unfinished > 0 },
      { name: say('letter.summary.commitments'), count: props.openCommitments, alarming: false },
    ],
    sections: [
      {
        name: say('letter.summary.sections'),
        count: props.sections.length,
        alarming: false,
        lead: indicatorWords(voice, props),
        form: 'entries',
        rows: props.sections.slice(0, MAX_ROWS).map((section) => sectionRow(voice, section)),
        rest: props.sections.length > MAX_ROWS ? { count: props.sections.length - MAX_ROWS, url } : null,
        button: { label: say('letter.button.overview'), url, primary: true },
      },
    ],
    closing: [],
  });
}

/** 検証指標：達成 3件、後退 1件 */
function indicatorWords({ say }: LetterVoice, { indicators }: CycleSummaryProps): string | null {
  if (indicators.length === 0) return null;
  const counts = indicators.map(({ status, count }) =>
    say('letter.counted', { name: say(`letter.status.${status}`), count }),
  );
  return say('letter.summary.indicators', { counts: counts.join(say('letter.join.list')) });
}

function sectionRow(voice: LetterVoice, section: SummarySection): LetterRow {
  const { say, baseUrl } = voice;
  const { grade, lastGrade } = section;
  const beside =
    grade === null
      ? say('letter.summary.no_grade')
      : lastGrade === null
        ? say('letter.summary.grade', { grade })
        : say('letter.summary.grade_from', { grade, lastGrade });
  return {
    main: say('letter.sheet', { label: section.label, title: section.title }),
    beside,
    details: [
      say('letter.summary.of_sheets', { approved: section.approved, sheets: section.sheets }),
      ...(section.openCommitments === 0
        ? []
        : [
            say('letter.counted', {
              name: say('letter.summary.commitments'),
              count: section.openCommitments,
            }),
          ]),
    ],
    quote: null,
    url: urlBelow(baseUrl, section.url),
  };
}
