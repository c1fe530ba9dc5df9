import type { SourceLine } from '../text/source-lines.js';
import { readYear, withoutYears } from '../text/years.js';
import type { TableRow } from './table-rows.js';
import { readValue } from './value.js';

const arrows = /\s*(?:→|⇒|➡|⟶|=>|->)\s*/;
const bullet = /^[・•●○■◆\-‐–—―−－*]\s*/;
const afterColon = /^([^:：]+)[:：]\s*(?:(?:現状|基準)値?[:：]?\s*)?([△▲-]?\d.*)$/;
const lastNumber =
  /^(.*?[^\d.,\s△▲-])[\s:：]*([△▲-]?\d[\d,]*(?:\.\d+)?\s?[^\d\s:：]{0,6}(?:\s?[(（][^()（）]*[)）])?)$/;

/** `・市民満足度：43.8％（H30）→ 50.0％（R5）`: an indicator without a table. */
export function arrowRow(line: SourceLine): TableRow | null {
  if (line.text.length > 160) return null;
  const [left, right, ...more] = line.text.replace(bullet, '').split(arrows);
  if (left === undefined || right === undefined || more.length > 0 || right === '') return null;
  const [, name, baseline] = afterColon.exec(left) ?? lastNumber.exec(left) ?? [];
  if (name === undefined || baseline === undefined) return null;
  const target = right.replace(/^(?:目標値?|検証値)[:：]?\s*/, '');
  if (readValue(baseline).kind !== 'number' || readValue(target).kind === 'missing') return null;
  if (target.length > 24) return null;
  const plainName = withoutYears(name)
    .replace(/(?:現状値?|基準値?)$/, '')
    .replace(/[:：\s]+$/, '');
  return {
    line: line.number,
    name: plainName,
    wholeName: plainName,
    unit: '',
    baseline: { printed: baseline, year: readYear(baseline) },
    targets: [{ printed: target, year: readYear(target) }],
    direction: '',
    note: '',
    source: '',
    short: false,
    indented: false,
  };
}
