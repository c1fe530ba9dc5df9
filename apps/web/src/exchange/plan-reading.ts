import type { PlanReading } from '../api';

export interface ReadSection {
  readonly number: number | string;
  readonly title: string;
  readonly policies: number;
  readonly indicators: number;
  readonly programs: number;
  readonly items: readonly number[];
  readonly line: number;
}

export interface ReadIndicator {
  readonly section: number | string;
  readonly name: string;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'maintain';
  readonly baseline: string | null;
  readonly baselineYear?: number;
  readonly target?: string;
  readonly targets?: readonly { readonly value: string; readonly year: number | null }[];
  readonly targetWords?: string;
  readonly targetYear?: number;
  readonly floor?: true;
  readonly line: number;
}

export interface ReadQuestion {
  readonly line: number;
  readonly about: string;
  readonly text: string;
}

/** What reading a plan found, with the line of each entry. */
export interface ReadPlan {
  readonly totals: Readonly<Record<string, number>>;
  readonly firstFiscalYear: number | null;
  readonly lastFiscalYear: number | null;
  readonly sections: readonly ReadSection[];
  readonly indicators: readonly ReadIndicator[];
  readonly questions: readonly ReadQuestion[];
}

/** The answer of the API in the form this page shows. */
export function toReadPlan(answer: PlanReading): ReadPlan {
  return { firstFiscalYear: null, lastFiscalYear: null, ...answer } as ReadPlan;
}

/** The lines of a text file: UTF-8, else Shift_JIS as older programs write it. */
export async function sourceLines(file: File): Promise<readonly string[]> {
  const bytes = await file.arrayBuffer();
  return decode(bytes).split(/\r\n|\r|\n/);
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
