import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dailyLetter, managerDigest } from './index.js';
import type { DailyLetterProps, ManagerDigestProps, RenderedLetter } from './index.js';
import { urlBelow } from './letter-links.js';
import { plainLine, plainLines } from './plain-line.js';
import { FULL_WEEK, LONG_OVERDUE, SAMPLE_DAY } from './sample-letters.for-spec.js';
import { isWordKey } from './wording.js';

/** Fields that are codes or dates of our own, not text of people. */
const OWN = new Set(
  'taskStageId stage kind form heldBy status language baseUrl mailSettingsUrl date dueOn returnedOn opensOn on url'.split(
    ' ',
  ),
);

/** The key of a field of the sheet, of which a list holds several. */
const isField = (value: string): boolean => isWordKey(`letter.field.${value}`);

/** The same facts with a payload at the end of every text. */
function poisoned<Facts>(facts: Facts, payload: string): Facts {
  return JSON.parse(
    JSON.stringify(facts, (field, value: unknown) =>
      typeof value === 'string' && !OWN.has(field) && !isField(value) ? `${value}${payload}` : value,
    ),
  ) as Facts;
}

const INDICATOR: ManagerDigestProps['indicators'][number] = {
  label: '第3節',
  name: '指標',
  status: 'behind',
  fiscalYear: 2021,
  actual: '1',
  expected: '2',
  unit: '件',
  url: '/indicators',
};
const DAY: DailyLetterProps = { ...SAMPLE_DAY, escalated: LONG_OVERDUE.escalated, delegate: '小川 直樹' };
const WEEK: ManagerDigestProps = { ...FULL_WEEK, indicators: [INDICATOR] };

function lettersWith(payload: string, language: 'ja' | 'en'): readonly RenderedLetter[] {
  const read = <Props extends DailyLetterProps | ManagerDigestProps>(props: Props): Props => ({
    ...props,
    recipient: { ...props.recipient, language },
  });
  return [dailyLetter(read(poisoned(DAY, payload))), managerDigest(read(poisoned(WEEK, payload)))];
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const linesOf = (text: string): number => text.split('\n').length;
const tagsOf = (html: string): number => html.match(/<[^>]*>/g)?.length ?? 0;

describe.each(['ja', 'en'] as const)('text of people in a letter (%s)', (language) => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    '<!--',
    '&lt;b&gt;',
  ])('%s stays text', (payload) => {
    for (const { html } of lettersWith(payload, language)) {
      expect(html).not.toMatch(/<(script|img|b&)|<!--/);
      expect(html).not.toContain(`${payload}<`);
      expect(html.includes(escaped(payload))).toBe(true);
    }
    const [clean] = lettersWith('', language);
    const [dirty] = lettersWith(payload, language);
    expect(tagsOf(dirty?.html ?? '')).toBe(tagsOf(clean?.html ?? ''));
  });

  it.each([
    ['a line feed', '\nBcc: all@example.com'],
    ['a carriage return', '\rBcc: all@example.com'],
    ['both', '\r\nBcc: all@example.com\r\n\r\nbody'],
    ['the next-line sign', '\u0085Bcc: all@example.com'],
    ['a line separator', '\u2028Bcc: all@example.com'],
    ['a null', '\0'],
    ['an escape sequence', '\u001b[2J'],
    ['a turned reading direction', '\u202emoc.elpmaxe'],
  ])('%s adds no header', (_name, payload) => {
    for (const { subject } of lettersWith(payload, language)) {
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
    }
  });

  it('adds no line to the text version but those of a reason', () => {
    const [day, week] = lettersWith('\n9. 偽の行', language);
    const [cleanDay, cleanWeek] = lettersWith('', language);
    expect(week?.text).not.toMatch(/^\s*9\. 偽/m);
    expect(day?.text).not.toMatch(/^\s*9\. 偽/m);
    expect(day?.text).toMatch(/^ +> 9\. 偽の行$/m);
    expect(linesOf(week?.text ?? '')).toBeGreaterThanOrEqual(linesOf(cleanWeek?.text ?? ''));
    expect(cleanDay?.text).not.toContain('偽');
  });

  it('whatever it is, it makes no tag, no header and no control character', () => {
    const [cleanDay, cleanWeek] = lettersWith('', language);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (payload) => {
        const [day, week] = lettersWith(payload, language);
        // A reason keeps its line breaks.
        const tags = (letter?: RenderedLetter): number => tagsOf(letter?.html.replace(/<br>/g, '') ?? '');
        expect([tags(day), tags(week)]).toEqual([tags(cleanDay), tags(cleanWeek)]);
        for (const letter of [day, week]) {
          expect(letter?.subject).not.toMatch(/\p{Cc}/u);
          expect(letter?.text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
          expect(letter?.html.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});

describe('a link', () => {
  const base = 'https://mawasu.example.jp';

  it.each([
    ['/sheets/1', 'https://mawasu.example.jp/sheets/1'],
    ['https://mawasu.example.jp/sheets/1', 'https://mawasu.example.jp/sheets/1'],
    ['/sheets/1?a="b" c', 'https://mawasu.example.jp/sheets/1?a=%22b%22%20c'],
  ])('%s leads to %s', (url, whole) => {
    expect(urlBelow(base, url)).toBe(whole);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://elsewhere.example/sheets/1',
    'https://mawasu.example.jp.elsewhere.example/',
    'https://mawasu.example.jp@elsewhere.example/',
    'http://mawasu.example.jp/sheets/1',
    '//elsewhere.example/x',
    '/\\elsewhere.example/x',
    '/\n/elsewhere.example/x',
    '',
  ])('%j leads to nothing outside', (url) => {
    expect(new URL(urlBelow(base, url)).origin).toBe(base);
  });

  it('stays below an address with a path', () => {
    expect(urlBelow('https://city.example.jp/mawasu', '/sheets/1')).toBe(
      'https://city.example.jp/mawasu/sheets/1',
    );
    expect(urlBelow('https://city.example.jp/mawasu/', '/../admin')).toBe('https://city.example.jp/mawasu/');
  });
});

describe('a plain line', () => {
  it('is one line', () => {
    expect(plainLine(' 市民\r\n\t協働課\u0000 ')).toBe('市民 協働課');
    expect(plainLine('第1節　参画')).toBe('第1節　参画');
  });

  it('or several where people wrote several', () => {
    expect(plainLines('\n一\r\n\r\n二\u2028三\n')).toEqual(['一', '', '二', '三']);
    expect(plainLines(' \n ')).toEqual([]);
  });
});
