export const KINDS = ['plan', 'sheets', 'reports', 'people'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that was found, as the database tells it: which, where it belongs, and the texts that hold the words. */
export interface FoundRow {
  readonly type: string;
  readonly key: string;
  readonly sectionKey: string | null;
  readonly subjectKind: string | null;
  readonly marker: string;
  readonly title: string;
  readonly place: string;
  readonly text: string | null;
  readonly fiscalYear: number | null;
  readonly stage: string | null;
  readonly state: string | null;
  readonly departmentName: string | null;
  readonly departmentId: string | null;
  readonly departmentCode: string | null;
}

export interface Found {
  readonly total: number;
  readonly rows: readonly FoundRow[];
}

export interface Slice {
  readonly limit: number;
  readonly offset: number;
}
