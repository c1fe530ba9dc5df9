import type { Ask } from './questions.js';
import { repairBlanks } from './text/repair-blanks.js';
import type { SourceLine } from './text/source-lines.js';

const firstLines = 12;
const longest = 60;

/**
 * The name of the plan: a short line at the start that speaks of a 計画, ビジョン or 構想, else the first line.
 * `firstSection` is the line of the first section heading; the name stands above it.
 */
export function readTitle(lines: readonly SourceLine[], firstSection: number, ask: Ask): string | null {
  const start = lines.filter((line) => line.text !== '' && line.number < firstSection).slice(0, firstLines);
  const short = start.filter((line) => line.text.length <= longest && !/[。、]$/.test(line.text));
  const named = short.find(
    (line) => /計画|ビジョン|構想|プラン|戦略/.test(line.text) && !/^計画の?期間/.test(line.text),
  );
  const title = repairBlanks((named ?? short[0])?.text ?? '').replace(/^[#■□◆\s]+/, '');
  if (title !== '') return title;
  ask({ code: 'plan.title_missing', line: firstSection, about: '計画の名称', subject: null });
  return null;
}
