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
import { commitmentSection, decidedSection } from './commitment-sections.js';
import { dueSection } from './due-this-week.js';
import type { LetterIndicator, LetterSheet, ManagerDigestProps, RenderedLetter } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import type { CountBox, LetterSection } from './letter-page.types.js';
import {
  countsWords,
  dayWords,
  framedPage,
  stageWords,
  voiceFor,
  withPrimaryButton,
  yearWords,
} from './letter-voice.js';
import type { LetterVoice } from './letter-voice.js';
import { listSection } from './list-section.js';
import { printLetter } from './print-letter.js';
import { overdueSection, waitingSection } from './sheet-sections.js';

/**
 * 週次まとめ: a manager's week, exceptions only, with what else the day brings. The subject counts the sheets that are
 * late, wait for the reader, are due this week, came back or are held too long by others; when there is none it counts
 * what else the letter tells.
 */
export function managerDigest(given: ManagerDigestProps): RenderedLetter {
  const props = eachToldOnce(given);
  const voice = voiceFor(props);
  const { say } = voice;
  const boxes = countBoxes(voice, props);
  const count =
    boxes.reduce((sum, box) => sum + box.count, 0) +
    props.returned.length +
    props.requested.length +
    props.escalated.length;
  if (count === 0) return quietDigest(voice, props);
  const late = props.requested.filter(isLate).length + props.overdue.length + props.escalated.length;
  const total = say('letter.digest.total', { count });
  return printLetter({
    ...framedPage(props, 'digest', late === 0 ? total : say('letter.with_overdue', { total, count: late })),
    title: say('letter.digest.title', { count }),
    summary: null,
    boxes,
    sections: withPrimaryButton(sectionsOf(voice, props)),
    closing: closingWords(voice, props),
  });
}

/** Whether there is no exception, so that the digest is not sent. */
export function isEmptyManagerDigest(props: ManagerDigestProps): boolean {
  const { overdue, waiting, dueThisWeek, indicators, commitments, escalated } = props;
  const { opened, moved, returned, requested, reminders, decided } = props;
  return [
    overdue,
    waiting,
    dueThisWeek,
    indicators,
    commitments,
    opened,
    moved,
    returned,
    requested,
    reminders,
    escalated,
    decided,
  ].every((list) => list.length === 0);
}

/** A sheet that is also in a list of the ordinary letter is told where that says most. */
function eachToldOnce(props: ManagerDigestProps): ManagerDigestProps {
  const { returned, dueThisWeek } = props;
  const requested = toldOnce()(without(props.requested, returned));
  const told = [...returned, ...requested];
  const overdue = toldOnce()(without(props.overdue, told));
  return {
    ...props,
    requested,
    overdue,
    dueThisWeek: without(dueThisWeek, told),
    escalated: without(props.escalated, [...requested, ...overdue]),
    reminders: without(props.reminders, [...dueThisWeek, ...told]),
    commitments: props.commitments.filter(({ id }) => !props.decided.some((one) => one.id === id)),
  };
}

function without<Sheet extends LetterSheet>(
  sheets: readonly Sheet[],
  told: readonly LetterSheet[],
): readonly Sheet[] {
  const ids = new Set(told.map((sheet) => sheet.taskStageId));
  return sheets.filter((sheet) => !ids.has(sheet.taskStageId));
}

function quietDigest(voice: LetterVoice, props: ManagerDigestProps): RenderedLetter {
  const { say } = voice;
  const sections = sectionsOf(voice, props);
  const counts = countsWords(voice, sections);
  return printLetter({
    ...framedPage(
      props,
      'digest',
      counts === null ? say('letter.digest') : say('letter.quiet.subject', { counts }),
    ),
    title: say('letter.quiet.title'),
    summary: counts === null ? null : say('letter.quiet.summary', { counts }),
    boxes: [],
    sections: withPrimaryButton(sections),
    closing: closingWords(voice, props),
  });
}

function countBoxes({ say }: LetterVoice, props: ManagerDigestProps): readonly CountBox[] {
  const late = props.overdue.length;
  return [
    { name: say('letter.overdue'), count: late, alarming: late > 0 },
    { name: say('letter.waiting'), count: props.waiting.length, alarming: false },
    { name: say('letter.due_this_week'), count: props.dueThisWeek.length, alarming: false },
  ];
}

function sectionsOf(voice: LetterVoice, props: ManagerDigestProps): readonly LetterSection[] {
  return [
    requestedSection(voice, props.requested, props.office),
    overdueSection(voice, props.overdue, 'department'),
    returnedSection(voice, props.returned),
    withoutRowLinks(waitingSection(voice, props.waiting)),
    escalatedSection(voice, props.escalated),
    decidedSection(voice, props.decided),
    dueSection(voice, props.dueThisWeek),
    reminderSection(voice, props.reminders),
    movedSection(voice, props.moved),
    openedSection(voice, props.opened),
    commitmentSection(voice, props.commitments),
    indicatorSection(voice, props.indicators),
  ].filter((section) => section !== null);
}

/** The approval queue walks from sheet to sheet by itself: one link is enough. */
function withoutRowLinks(section: LetterSection | null): LetterSection | null {
  return section && { ...section, rows: section.rows.map((row) => ({ ...row, url: null })) };
}

function indicatorSection(voice: LetterVoice, indicators: readonly LetterIndicator[]): LetterSection | null {
  const { say } = voice;
  return listSection(voice, {
    name: say('letter.indicators'),
    entries: indicators,
    row: ({ label, name, status, fiscalYear, actual, expected, unit, url }) => ({
      main: say('letter.sheet', { label, title: name }),
      beside: say(`letter.indicators.${status}`),
      details: [
        say('letter.indicators.actual', { year: yearWords(voice, fiscalYear), value: actual + unit }),
        ...(expected === null ? [] : [say('letter.indicators.expected', { value: expected + unit })]),
      ],
      quote: null,
      url: urlBelow(voice.baseUrl, url),
    }),
    page: 'indicators',
    opens: say('letter.button.indicators'),
  });
}

function closingWords(voice: LetterVoice, props: ManagerDigestProps): readonly string[] {
  const { say } = voice;
  const { next, indicators, scope } = props;
  return [
    ...(indicators.length > 0 ? [] : [say('letter.indicators.none', { scope })]),
    ...(next === null
      ? []
      : [
          say('letter.next', {
            date: dayWords(voice, next.opensOn),
            year: yearWords(voice, next.fiscalYear),
            stage: stageWords(voice, next.stage),
          }),
        ]),
  ];
}
