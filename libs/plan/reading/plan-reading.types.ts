/** Which way is better: higher, lower, or keeping the level (at or above it). */
export type Direction = 'up' | 'down' | 'maintain';

/** What the number counts; `level` is the plain case, the others are set only where the document says so. */
export type IndicatorKind = 'level' | 'yearly_count' | 'running_total' | 'plan_total' | 'milestone';

/** A number where one number was printed (`第3節`), the printed text where it has parts (`2-1`). */
export type SectionNumber = number | string;

export interface PlanTotals {
  readonly sections: number;
  readonly policies: number;
  readonly indicators: number;
  readonly programs: number;
  readonly items: number;
}

export interface PolicyReading {
  readonly key: string;
  /** The printed number, else the place in the list. */
  readonly number: SectionNumber;
  readonly text: string;
  readonly line: number;
}

export interface ItemReading {
  /** `1-(1)-ア`, unique in the plan and the same at the next import. */
  readonly key: string;
  /** ア, ①, ・ … without its ornament. */
  readonly marker: string;
  readonly text: string;
  readonly line: number;
  /** 再掲: the item is printed elsewhere too. */
  readonly repeat?: true;
}

export interface ProgramReading {
  /** `1-(1)` */
  readonly key: string;
  /** Null where the document prints none. */
  readonly number: SectionNumber | null;
  readonly title: string;
  readonly line: number;
  /** Text between the heading and the first item; empty in most plans. */
  readonly description: string;
  readonly items: readonly ItemReading[];
}

export interface TargetReading {
  /** Decimal string as printed, without separators. */
  readonly value: string;
  readonly year: number | null;
}

export interface IndicatorReading {
  /** `1-指標1` */
  readonly key: string;
  /** Number of the section it stands in. */
  readonly section: SectionNumber;
  readonly sectionKey: string;
  readonly name: string;
  /** Empty when the document prints none. */
  readonly unit: string;
  /** Decimal places printed, the most of baseline and targets. */
  readonly decimals: number;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  /** Decimal string; null when missing, never zero for a missing one. */
  readonly baseline: string | null;
  readonly baselineYear: number | null;
  /** Decimal string of the last target; null when the target is a word or missing. */
  readonly target: string | null;
  readonly targetYear: number | null;
  /** All targets in order of their years, when there are several. */
  readonly targets?: readonly TargetReading[];
  /** 減少, 維持, 設置 … as printed. */
  readonly targetWords?: string;
  /** 以上 (with `down`: 以下): the target is a bound, not the end of a path. */
  readonly floor?: true;
  /** Years that a plan total counts, when printed (`5年間で100` → 5). */
  readonly totalYears?: number;
  /** Definition printed under the table or in a column of it. */
  readonly note?: string;
  readonly source?: string;
  readonly repeat?: true;
  readonly line: number;
}

export interface OtherPartReading {
  readonly heading: string;
  readonly text: string;
  readonly line: number;
}

/** A heading that only holds sections together, such as 第1章 above its 節. */
export interface ParentReading {
  readonly key: string;
  readonly parentKey: string | null;
  readonly number: SectionNumber;
  /** 章, 基本目標 …; empty for headings that are only a number. */
  readonly level: string;
  readonly title: string;
  readonly line: number;
}

export interface SectionReading extends ParentReading {
  /** 現状と課題; paragraphs are separated by an empty line. */
  readonly background: string;
  /** Text between the heading and the first part of the section. */
  readonly lead: string;
  readonly policies: readonly PolicyReading[];
  readonly indicators: readonly IndicatorReading[];
  readonly programs: readonly ProgramReading[];
  /** Parts that the system does not use (めざす姿, 関連計画 …), kept so that nothing is lost. */
  readonly otherParts: readonly OtherPartReading[];
}

export type QuestionParams = Readonly<Record<string, string | number>>;

/** A doubt that a person settles before the plan is accepted. */
export interface QuestionReading {
  readonly line: number;
  /** What it is about, in Japanese, for a list. */
  readonly about: string;
  /** What was read, from which line, and what must be decided, in Japanese. */
  readonly text: string;
  /** Key of the message catalogue without `question.`, for other languages. */
  readonly code: string;
  readonly params: QuestionParams;
  /** Key of the section, indicator, program or item in doubt; null for the plan itself. */
  readonly subject: string | null;
}

/** A plan document as it was read: everything with the line it came from, nothing silently guessed. */
export interface PlanReading {
  readonly title: string | null;
  readonly firstFiscalYear: number | null;
  readonly lastFiscalYear: number | null;
  readonly baselineFiscalYear: number | null;
  readonly targetFiscalYear: number | null;
  readonly totals: PlanTotals;
  readonly parents: readonly ParentReading[];
  readonly sections: readonly SectionReading[];
  /** The indicators of all sections, in order. */
  readonly indicators: readonly IndicatorReading[];
  readonly questions: readonly QuestionReading[];
}
