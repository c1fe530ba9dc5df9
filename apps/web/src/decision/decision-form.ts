import type { Decision, DecisionPage, RecordDecision } from '../api';

/** A promise as it is typed; days stand as text until they can be read. */
export interface WrittenCommitment {
  /** Tells rows apart while they are typed. */
  readonly row: string;
  readonly id?: string;
  readonly answered: boolean;
  readonly itemKey: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string | null;
  readonly dueText: string;
}

/** A decision as it is typed. */
export interface WrittenDecision {
  readonly version: number;
  readonly verdict: Decision['verdict'] | null;
  readonly direction: Decision['direction'] | null;
  readonly text: string;
  readonly decidedOn: string | null;
  readonly decidedText: string;
  readonly body: string;
  readonly reason: string;
  readonly commitments: readonly WrittenCommitment[];
}

export const VERDICTS = ['as_is', 'partly', 'again'] as const satisfies readonly Decision['verdict'][];
export const DIRECTIONS = [
  'expand',
  'continue',
  'improve',
  'shrink',
  'merge',
  'suspend',
  'abolish',
  'complete',
] as const satisfies readonly Decision['direction'][];

/** What is recorded, ready to be corrected; a new one starts today, with the usual meeting. */
export function writtenFrom(page: DecisionPage, usualBody: string): WrittenDecision {
  const { decision, today } = page;
  if (decision === null) {
    return {
      version: 0,
      verdict: null,
      direction: null,
      text: '',
      decidedOn: today,
      decidedText: today,
      body: usualBody,
      reason: '',
      commitments: [],
    };
  }
  return writtenDecision(decision);
}

function writtenDecision({ commitments, ...decision }: Decision): WrittenDecision {
  return {
    ...decision,
    decidedText: decision.decidedOn,
    reason: '',
    commitments: commitments.map(({ state: _state, ...one }) => ({
      ...one,
      row: one.id,
      dueText: one.dueOn,
    })),
  };
}

/** What another recorded while mine was typed on top of an earlier version, or on top of none. */
export const recordedSince = ({ version }: WrittenDecision, recorded: Decision | null): Decision | null =>
  recorded !== null && recorded.version > version ? recorded : null;

/** Mine goes on on top of what another recorded meanwhile: their promises stay beside mine. */
export function rebased(mine: WrittenDecision, theirs: Decision): WrittenDecision {
  const now = writtenDecision(theirs);
  const own = mine.commitments.filter(({ id }) => id === undefined);
  const known = now.commitments.map((one) => {
    const edited = mine.commitments.find(({ id }) => id === one.id);
    return edited && !one.answered ? { ...edited, answered: false } : one;
  });
  return { ...mine, version: theirs.version, commitments: [...known, ...own] };
}

/** Fields that are still empty, by the name that the server gives them. */
export function emptyFields(
  written: WrittenDecision,
): ReadonlyMap<string, 'missing' | 'missing.choice' | 'missing.text'> {
  const empty = new Map<string, 'missing' | 'missing.choice' | 'missing.text'>();
  const blank = (text: string) => text.trim() === '';
  if (written.decidedOn === null) empty.set('decidedOn', 'missing');
  if (blank(written.body)) empty.set('body', 'missing');
  if (written.verdict === null) empty.set('verdict', 'missing.choice');
  if (written.direction === null) empty.set('direction', 'missing.choice');
  if (blank(written.text) && written.verdict !== 'as_is') empty.set('text', 'missing.text');
  written.commitments.forEach((one, at) => {
    if (one.answered) return;
    if (one.itemKey === '') empty.set(`commitments.${at}.itemKey`, 'missing.choice');
    if (blank(one.what)) empty.set(`commitments.${at}.what`, 'missing');
    if (blank(one.who)) empty.set(`commitments.${at}.who`, 'missing');
    if (one.dueOn === null) empty.set(`commitments.${at}.dueOn`, 'missing');
  });
  if (written.version > 0 && blank(written.reason)) empty.set('reason', 'missing');
  return empty;
}

/** The request; null while something is empty. */
export function requestOf(written: WrittenDecision): RecordDecision | null {
  const { version, verdict, direction, text, decidedOn, body, reason } = written;
  if (verdict === null || direction === null || decidedOn === null || emptyFields(written).size > 0)
    return null;
  return {
    version,
    verdict,
    direction,
    text: text.trim(),
    decidedOn,
    body: body.trim(),
    ...(version > 0 && { reason: reason.trim() }),
    commitments: written.commitments.flatMap(({ id, itemKey, what, who, dueOn }) =>
      dueOn === null
        ? []
        : [{ ...(id !== undefined && { id }), itemKey, what: what.trim(), who: who.trim(), dueOn }],
    ),
  };
}

/** What each part of the form is given: what is written, what can be chosen from, and what is wrong. */
export interface DecisionFieldsProps {
  readonly written: WrittenDecision;
  readonly page: DecisionPage;
  readonly write: (part: Partial<WrittenDecision>) => void;
  /** What is wrong with a field, in a sentence. */
  readonly errorOf: (field: string) => string | null;
}
