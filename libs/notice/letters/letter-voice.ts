import { formatDate, formatFiscalYear } from '#calendar';
import type { CalendarDate, FiscalYear, Language } from '#calendar';
import type { LetterFrame, LetterStage } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import type { LetterPage, LetterSection } from './letter-page.types.js';
import { wordingOf } from './wording.js';
import type { Wording } from './wording.js';

/** How a letter speaks to its reader: words, dates and addresses. */
export interface LetterVoice {
  readonly language: Language;
  readonly baseUrl: string;
  readonly say: Wording;
}

export function voiceFor(frame: LetterFrame): LetterVoice {
  const { language } = frame.recipient;
  return { language, baseUrl: frame.baseUrl, say: wordingOf(language) };
}

/** 5月31日（火） */
export function dayWords(voice: LetterVoice, date: CalendarDate): string {
  return formatDate(date, voice.language, { weekday: true });
}

/** 令和4年度 */
export function yearWords(voice: LetterVoice, fiscalYear: FiscalYear): string {
  return formatFiscalYear(fiscalYear, voice.language);
}

/** 計画 */
export function stageWords(voice: LetterVoice, stage: LetterStage): string {
  return voice.say(`letter.stage.${stage}`);
}

/** 令和4年度分 計画 */
export function stageOfYear(voice: LetterVoice, stage: LetterStage, fiscalYear: FiscalYear): string {
  const words = { year: yearWords(voice, fiscalYear), stage: stageWords(voice, stage) };
  return voice.say('letter.stage_of_year', words);
}

/** 28日超過, きょう, あす or あと3日. */
export function daysLeftWords(voice: LetterVoice, daysLeft: number): string {
  if (daysLeft < 0) return voice.say('letter.late', { count: -daysLeft });
  if (daysLeft === 0) return voice.say('letter.left.today');
  if (daysLeft === 1) return voice.say('letter.left.tomorrow');
  return voice.say('letter.left.days', { count: daysLeft });
}

/** 期限 5月2日（月）・28日超過 */
export function dueWords(
  voice: LetterVoice,
  due: { readonly dueOn: CalendarDate; readonly daysLeft: number },
): string {
  const left = daysLeftWords(voice, due.daysLeft);
  return voice.say('letter.due', { date: dayWords(voice, due.dueOn), left });
}

/** 期限超過 1件、差戻し 2件; null for no section. */
export function countsWords(
  voice: LetterVoice,
  counted: readonly { readonly name: string; readonly count: number }[],
): string | null {
  const counts = counted.map(({ name, count }) => voice.say('letter.counted', { name, count }));
  return counts.length === 0 ? null : counts.join(voice.say('letter.join.list'));
}

/** What all letters share: subject, head and foot. `what` is the subject without its prefix. */
export function framedPage(
  frame: LetterFrame,
  kind: 'daily' | 'digest' | 'at_once' | 'request' | 'summary' | 'handover' | 'password',
  what: string,
): Omit<LetterPage, 'title' | 'summary' | 'boxes' | 'sections' | 'closing'> & { readonly action: null } {
  const { recipient, office, city, mailSettingsUrl: settings } = frame;
  const voice = voiceFor(frame);
  const { say } = voice;
  const date = formatDate(frame.date, voice.language, { weekday: true, year: true });
  return {
    language: voice.language,
    subject: say('letter.subject', { prefix: frame.subjectPrefix, what }),
    masthead: say('letter.masthead', { city, name: say(`letter.${kind}`) }),
    action: null,
    note:
      frame.delegate === undefined
        ? null
        : say('letter.copy', { delegate: frame.delegate, name: recipient.name, title: recipient.title }),
    greeting: say('letter.greeting', { title: recipient.title, name: recipient.name }),
    date,
    why: say(`letter.${kind}.why`, { title: recipient.title }),
    settings:
      settings === undefined
        ? null
        : { label: say('letter.settings'), url: urlBelow(frame.baseUrl, settings) },
    contact: say('letter.contact', { city, office }),
  };
}

/** One button at least is filled: the first, when nothing is urgent. */
export function withPrimaryButton(sections: readonly LetterSection[]): readonly LetterSection[] {
  if (sections.some(({ button }) => button.primary)) return sections;
  return sections.map((section, at) =>
    at === 0 ? { ...section, button: { ...section.button, primary: true } } : section,
  );
}
