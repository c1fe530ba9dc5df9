import { Decimal } from 'decimal.js';
import { useMemo } from 'react';
import type { GradeLetter } from '../api';
import { useFormats } from '../parts';
import type { Formats } from '../parts';
import { hasWords, useWords } from '../words';
import type { Say } from '../words';
import { REPORT } from './words';

/** What every part of the paper is written with. */
export interface Writing extends Formats {
  readonly say: Say;
  /** The word of a code, or the code itself when this page is older than it. */
  readonly named: (group: string, code: string) => string;
  /** 7,960, or － when nothing is known. */
  readonly amount: (value: string | null) => string;
  readonly share: (value: string | null) => string;
}

export function useWriting(): Writing {
  const say = useWords(REPORT);
  const formats = useFormats();
  return useMemo(() => {
    const none = say('none');
    return {
      ...formats,
      say,
      named: (group, code) => (hasWords(REPORT, `${group}.${code}`) ? say(`${group}.${code}`) : code),
      amount: (value) => (value === null ? none : formats.money(value)),
      share: (value) => (value === null ? none : formats.percent(value)),
    };
  }, [say, formats]);
}

const ORDER: readonly GradeLetter[] = ['A', 'B', 'C', 'D'];

/** Whether a grade rose or fell against last year's; null when it stayed or one of them is missing. */
export function gradeMove(now: GradeLetter | null, last: GradeLetter | null): 'up' | 'down' | null {
  if (now === null || last === null || now === last) return null;
  return ORDER.indexOf(now) < ORDER.indexOf(last) ? 'up' : 'down';
}

/** What was budgeted and not spent; null when one of both is unknown. Amounts in 千円. */
export function unusedOf(budget: string | null, settled: string | null): string | null {
  return budget === null || settled === null ? null : new Decimal(budget).minus(settled).toFixed();
}

/** A text in parts of at most so many letters, cut at ends of sentences, so that a page can end between them. */
export function textParts(text: string, atMost = 240): readonly string[] {
  const sentences = text.match(/[^。\n]*[。\n]+|[^。\n]+$/g) ?? [text];
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= atMost)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts;
}
