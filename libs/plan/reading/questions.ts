import type { QuestionParams, QuestionReading } from './plan-reading.types.js';
import { questionTexts } from './question-texts.js';
import type { QuestionCode } from './question-texts.js';

export interface Doubt {
  readonly code: QuestionCode;
  readonly line: number;
  /** What it is about, in Japanese. */
  readonly about: string;
  readonly subject: string | null;
  readonly params?: QuestionParams;
}

export type Ask = (doubt: Doubt) => void;

export interface QuestionList {
  readonly ask: Ask;
  /** In the order of the document. */
  readonly all: () => QuestionReading[];
}

/** Asked once for each different wording, however many tables repeat it; the answer holds for the whole plan. */
const askedOnce: ReadonlySet<QuestionCode> = new Set([
  'plan.year_calendar',
  'plan.year_from_date',
  'plan.baseline_year_missing',
  'plan.target_year_missing',
  'plan.columns_by_year',
  'plan.program_implicit',
]);

/** Collects the doubts of one reading. */
export function questionList(): QuestionList {
  const questions: QuestionReading[] = [];
  const asked = new Set<string>();
  const ask: Ask = (doubt) => {
    const params: QuestionParams = { line: doubt.line, about: doubt.about, ...doubt.params };
    const same = askedOnce.has(doubt.code)
      ? String(params['printed'] ?? '')
      : `${doubt.line}\n${doubt.about}`;
    const identity = `${doubt.code}\n${same}`;
    if (asked.has(identity)) return;
    asked.add(identity);
    const { code, line, about } = doubt;
    const subject = askedOnce.has(code) ? null : doubt.subject;
    questions.push({ line, about, text: sentence(code, params), code, params, subject });
  };
  return { ask, all: () => questions.toSorted((a, b) => a.line - b.line) };
}

function sentence(code: QuestionCode, params: QuestionParams): string {
  return questionTexts[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
