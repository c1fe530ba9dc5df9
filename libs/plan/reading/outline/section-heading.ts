import { DASHES } from '../text/fold-characters.js';
import { NUMERAL, readNumeral } from '../text/numerals.js';
import { repairBlanks } from '../text/repair-blanks.js';
import type { SectionNumber } from '../plan-reading.types.js';

export interface SectionHeading {
  /** `labelled` (第3節, 施策1-1) and `roman` headings are sure; a `numbered` one must prove itself by what follows. */
  readonly form: 'labelled' | 'roman' | 'numbered';
  /** 章, 節, 施策 …; empty for a number alone. */
  readonly level: string;
  readonly number: SectionNumber;
  readonly title: string;
  /** Higher ranks lie deeper in the tree. */
  readonly rank: number;
}

/** Usual order of levels, outermost first; only the order matters. */
const ranks: Readonly<Record<string, number>> = {
  編: 10,
  部: 20,
  章: 30,
  基本目標: 40,
  まちづくりの目標: 40,
  まちづくり目標: 40,
  政策目標: 40,
  施策の柱: 40,
  政策の柱: 40,
  柱: 40,
  施策の大綱: 40,
  施策大綱: 40,
  大綱: 40,
  政策分野: 40,
  基本戦略: 40,
  分野: 40,
  節: 50,
  基本政策: 55,
  項: 58,
  政策: 60,
  基本施策: 65,
  施策: 70,
  主要施策: 72,
  重点施策: 72,
  個別施策: 74,
  単位施策: 74,
  施策項目: 74,
};
const romanRank = 25;
const numberedRank = 80;

const labels = Object.keys(ranks)
  .sort((a, b) => b.length - a.length)
  .join('|');
const number = `${NUMERAL}(?:\\s?[${DASHES}.．・]\\s?\\d{1,3})*`;
const ordinal = new RegExp(`^第\\s?(${number})\\s?(${labels})(?!目|門|会|長)(\\s|[:：、．.]|$)?\\s?(.*)$`);
const labelled = new RegExp(
  `^[【［[]?(${labels})\\s?[(（]?([①-⑳]|${number})[)）]?[】］\\]]?(\\s|[:：、．.]|(?=[「『【])|$)?\\s?(.*)$`,
);
const roman = /^([Ⅰ-Ⅻ]{1,2}|[IVX]{1,5})(?:[.．、:：]\s?|\s)(.+)$/;
const withParts = new RegExp(
  `^(\\d{1,2}(?:\\s?[${DASHES}.．]\\s?\\d{1,2}){1,3})(?:[.．、:：]\\s?|\\s)?([^\\d\\s.,%].*)$`,
);
const alone = /^[(（]?(\d{1,2})(?:[.．、:：)）]\s?|\s)([^\d\s].*)$/;

const ornament = /^[#■□◆◇●○◎▼▽★☆▶►◉▪*＊\s]+/;
const wholeBracket = /^[【〔＜<《](第.+)[】〕＞>》]$/;
/** 「第2節では…」 is prose about a heading. */
const particle = /^[のにでをはがとへもや]/;
const longestTitle = 80;

/** A line that may be the heading of a section; whether a numbered one is, the outline decides. */
export function readSectionHeading(text: string): SectionHeading | null {
  if (text.length > longestTitle + 20 || /[。，]$/.test(text)) return null;
  if (/(?:[.．…・‥]\s?){4,}\s*\d*$/.test(text)) return null; // entry of a table of contents
  const bare = text.replace(ornament, '').replace(/[*＊]+$/, '');
  const plain = wholeBracket.exec(bare)?.[1] ?? bare;
  return ordinalHeading(plain) ?? labelledHeading(plain) ?? romanHeading(plain) ?? numberedHeading(plain);
}

function ordinalHeading(text: string): SectionHeading | null {
  const [, printed, level, gap, title] = ordinal.exec(text) ?? [];
  if (printed === undefined || level === undefined || title === undefined) return null;
  if (!gap && particle.test(title)) return null;
  return heading('labelled', level, printed, title, ranks[level] ?? numberedRank);
}

function labelledHeading(text: string): SectionHeading | null {
  const [whole, level, printed, gap, title] = labelled.exec(text) ?? [];
  if (whole === undefined || level === undefined || printed === undefined || title === undefined) return null;
  const inBrackets = /^[【［[]/.test(whole);
  if (!gap && !inBrackets && !/^[「『【]/.test(title) && !/^[\p{sc=Han}\p{sc=Katakana}]/u.test(title)) {
    if (title !== '') return null;
  }
  if (!gap && /^[年月日件つ次割人個度]/.test(title)) return null;
  return heading('labelled', level, printed, title, ranks[level] ?? numberedRank);
}

function romanHeading(text: string): SectionHeading | null {
  const [, printed, title] = roman.exec(text) ?? [];
  if (printed === undefined || title === undefined || particle.test(title) || title.includes('。'))
    return null;
  return heading('roman', '', printed, title, romanRank);
}

function numberedHeading(text: string): SectionHeading | null {
  const [, printed, title] = withParts.exec(text) ?? alone.exec(text) ?? [];
  if (printed === undefined || title === undefined || title.includes('。')) return null;
  if (/^[(（]/.test(text)) return null;
  const parts = sectionNumber(printed).toString().split(/[-.]/).length;
  return heading('numbered', '', printed, title, numberedRank + parts);
}

function heading(
  form: SectionHeading['form'],
  level: string,
  printed: string,
  title: string,
  rank: number,
): SectionHeading | null {
  const unquoted = /^[「『](.+)[」』]$/.exec(title)?.[1] ?? title;
  const clean = repairBlanks(unquoted);
  if (clean.length > longestTitle || clean.endsWith('。')) return null;
  return { form, level, number: sectionNumber(printed), title: clean, rank };
}

/** `３` → 3, `二` → 2, `Ⅷ` → 8, `2－1` → '2-1'. */
function sectionNumber(printed: string): SectionNumber {
  const joined = printed
    .replace(/\s/g, '')
    .replace(new RegExp(`[${DASHES}]`, 'g'), '-')
    .replace(/[．・]/g, '.');
  if (/[-.]/.test(joined)) return joined;
  return readNumeral(joined) ?? joined;
}
