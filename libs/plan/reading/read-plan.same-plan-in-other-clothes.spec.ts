import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan, toReport } from './index.js';

const plain = fixture('minamo-town');
const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const lines = (change: (line: string) => string): string => plain.split('\n').map(change).join('\n');

/** What must not change, however the text is dressed. */
function essence(text: string) {
  const { totals, firstFiscalYear, lastFiscalYear, sections, indicators } = toReport(readPlan(text));
  return {
    totals,
    firstFiscalYear,
    lastFiscalYear,
    items: sections.map((section) => section.items),
    titles: sections.map((section) => section.title),
    values: indicators.map(
      ({ name, unit, decimals, direction, baseline, baselineYear, target, targetYear, note }) => [
        name,
        unit,
        decimals,
        direction,
        baseline,
        baselineYear,
        target,
        targetYear,
        note,
      ],
    ),
  };
}

describe('the same plan reads the same', () => {
  it.each([
    ['with full-width letters and digits', fullWidth(plain)],
    ['without dashes', lines((line) => line.replace(/^- /, ''))],
    ['with a dash before every item', lines((line) => line.replace(/^([ア-ン]) /, '- $1 '))],
    ['with CRLF', plain.replaceAll('\n', '\r\n')],
    ['with CR', plain.replaceAll('\n', '\r')],
    ['with a byte order mark', `\ufeff${plain}`],
    ['without empty lines', plain.replace(/\n\s*\n+/g, '\n')],
    ['with tabs turned into blanks', plain.replaceAll('\t', '   ')],
    ['with tabs turned into one blank', plain.replaceAll('\t', ' ')],
    ['with tabs turned into full-width blanks', plain.replaceAll('\t', '　')],
    [
      'with tables in bars',
      lines((line) => (line.includes('\t') ? `| ${line.split('\t').join(' | ')} |` : line)),
    ],
    ['with blanks at the ends trimmed', lines((line) => line.trim())],
    ['by 施策', lines((line) => line.replace(/^第(\d)節 /, '施策$1　'))],
    ['by 章', lines((line) => line.replace(/^第(\d)節/, '第$1章'))],
    [
      'by numbers in kanji',
      lines((line) => line.replace(/^第(\d)節/, (_, n) => `第${'〇一二'.charAt(Number(n))}節`)),
    ],
    ['by numbers alone', lines((line) => line.replace(/^第(\d)節 /, '$1 '))],
    ['by numbers with parts', lines((line) => line.replace(/^第(\d)節 /, '5-$1 '))],
    ['with titles on the next line', lines((line) => line.replace(/^第(\d)節 /, '第$1節\n'))],
    ['without brackets', lines((line) => line.replace(/^【(.+)】$/, '$1'))],
    [
      'with ①',
      lines((line) =>
        line.replace(/^(?:- )?([アイウ]) /, (_, kana) => '①②③'.charAt('アイウ'.indexOf(String(kana)))),
      ),
    ],
    ['with ・', lines((line) => line.replace(/^(?:- )?[アイウ] /, '・'))],
    ['with (ア)', lines((line) => line.replace(/^(?:- )?([アイウ]) /, '（$1）'))],
    [
      'with half-width kana',
      lines((line) =>
        line.replace(/^(?:- )?([アイウ]) /, (_, kana) => `${'ｱｲｳ'.charAt('アイウ'.indexOf(String(kana)))} `),
      ),
    ],
    [
      'with ■ before part headings',
      lines((line) => line.replace(/^(現状と課題|基本方針|検証指標|事業概要)$/, '■ $1')),
    ],
    [
      'with numbered part headings',
      lines((line) => line.replace(/^(現状と課題|基本方針|検証指標|事業概要)$/, '（１）$1')),
    ],
    [
      'without the headings of tables and programs',
      lines((line) => line.replace(/^(検証指標|事業概要)$/, '')),
    ],
    [
      'with 目標値 and western years',
      plain.replaceAll('検証値', '目標値').replaceAll('H30', '2018年度').replaceAll('R5', '2023年度'),
    ],
    [
      'with one line of table heading',
      plain.replaceAll(
        '\t単位\t基準値\t検証値\n\t\tH30\tR5',
        '指標名\t単位\t現状値（平成30年度）\t目標値（令和5年度）',
      ),
    ],
  ])('%s', (_, text) => {
    expect(essence(text)).toEqual(essence(plain));
  });
});
