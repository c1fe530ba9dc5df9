import { Problem, reportSignedOut, saveAnswers, Unreachable } from '../api';
import type { AnswerKey, Answers, Concern, FieldChange, Missing, Saved, Sheet } from '../api';
import { sameAnswer } from './answers';
import { dropDraft, keepDraft, keptDraft } from './draft-storage';
import type { DraftPlace } from './draft-storage';

/** What a draft needs to know of its sheet. */
export type DraftSubject = Pick<
  Sheet,
  'taskStageId' | 'answers' | 'version' | 'missing' | 'concerns' | 'editable'
>;

/** Another person saved the sheet meanwhile; nothing of ours is lost. */
export interface Conflict {
  readonly version: number;
  readonly by: string | null;
  readonly at: string | null;
  readonly changed: readonly FieldChange[];
}

export type SaveState =
  | { readonly kind: 'rest' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface Draft {
  readonly answers: Answers;
  readonly version: number;
  readonly save: SaveState;
  readonly missing: readonly Missing[];
  readonly concerns: readonly Concern[];
  /** What was typed before the page was closed has come back. */
  readonly restored: boolean;
}

const PAUSE = 900;
const FIRST_RETRY = 3_000;
const LONGEST_RETRY = 15_000;

/**
 * Keeps what is typed on this device at once and sends it to the server after a pause in the typing: only the
 * answers that changed, on the version they were written on. It is a plain object outside React, so that nothing
 * is lost when a page is left.
 */
export class DraftKeeper {
  private draft: Draft;
  private readonly unsaved = new Set<AnswerKey>();
  private readonly listeners = new Set<() => void>();
  private timer: number | undefined;
  private running: Promise<void> | null = null;
  private retryAfter = FIRST_RETRY;

  private readonly place: DraftPlace;

  constructor(
    private readonly sheet: DraftSubject,
    personId: string,
  ) {
    this.place = { personId, taskStageId: sheet.taskStageId };
    const { answers, version, missing, concerns } = sheet;
    this.draft = { answers, version, missing, concerns, save: { kind: 'rest' }, restored: false };
    if (sheet.editable) this.restore();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Draft => this.draft;

  /** Sends what came back from this device. */
  start(): void {
    if (this.unsaved.size > 0) this.schedule(0);
  }

  edit(changes: Answers): void {
    const keys = keysOf(changes).filter((key) => !sameAnswer(this.draft.answers[key], changes[key]));
    if (keys.length === 0) return;
    for (const key of keys) this.unsaved.add(key);
    const waiting = this.draft.save.kind === 'conflict' || this.draft.save.kind === 'offline';
    this.change({
      answers: { ...this.draft.answers, ...changes },
      ...(!waiting && { save: { kind: 'waiting' } as const }),
    });
    this.keep();
    if (this.draft.save.kind !== 'conflict') this.schedule(PAUSE);
  }

  /** Sends what is unsaved now; resolves when the server has it or has refused it. */
  async flush(): Promise<void> {
    window.clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.unsaved.size === 0 || this.draft.save.kind === 'conflict') return;
    this.running = this.send().finally(() => {
      this.running = null;
    });
    await this.running;
    if (this.unsaved.size > 0 && this.draft.save.kind === 'saved') await this.flush();
  }

  hasUnsaved(): boolean {
    return this.unsaved.size > 0;
  }

  /** Fields that both sides changed since our version: somebody must choose. */
  contested(conflict: Conflict): readonly FieldChange[] {
    return conflict.changed.filter(({ field, after }) => {
      const key = keysOf(this.draft.answers).find((one) => one === field);
      return key !== undefined && this.unsaved.has(key) && !sameAnswer(this.draft.answers[key], after);
    });
  }

  /** Goes on from the other person's version: `theirs` names the contested fields that are given up. */
  settle(conflict: Conflict, theirs: ReadonlySet<string>): void {
    const contested = new Set(this.contested(conflict).map(({ field }) => field));
    const taken = conflict.changed.filter(({ field }) => !contested.has(field) || theirs.has(field));
    const answers: Answers = {
      ...this.draft.answers,
      ...Object.fromEntries(taken.map((one) => [one.field, one.after])),
    };
    for (const key of [...this.unsaved])
      if (taken.some(({ field }) => field === key)) this.unsaved.delete(key);
    this.change({ answers, version: conflict.version, save: { kind: 'waiting' } });
    this.keep();
    this.schedule(0);
  }

  /** After an answer of the server that was not a save of ours: submitted, withdrawn. */
  accept(saved: Saved): void {
    this.change({
      version: saved.version,
      missing: saved.missing,
      concerns: saved.concerns,
      save: { kind: 'saved', at: saved.savedAt },
    });
  }

  showMissing(missing: readonly Missing[]): void {
    this.change({ missing });
  }

  private async send(): Promise<void> {
    const keys = [...this.unsaved];
    const sent: Answers = Object.fromEntries(keys.map((key) => [key, this.draft.answers[key] ?? null]));
    if (this.draft.save.kind !== 'offline') this.change({ save: { kind: 'saving' } });
    try {
      const saved = await saveAnswers(this.sheet.taskStageId, this.draft.version, sent);
      for (const key of keys) {
        if (sameAnswer(this.draft.answers[key] ?? null, sent[key])) this.unsaved.delete(key);
      }
      this.retryAfter = FIRST_RETRY;
      this.accept(saved);
      this.keep();
      if (this.unsaved.size > 0) this.schedule(PAUSE);
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (error instanceof Problem && error.code === 'review.changed_by_another') {
      return this.change({ save: { kind: 'conflict', conflict: readConflict(error) } });
    }
    if (error instanceof Problem && error.status === 401) {
      // What is unsaved stays on this device and goes out after the next sign-in.
      this.change({ save: { kind: 'waiting' } });
      return reportSignedOut();
    }
    if (error instanceof Problem && error.status < 500) {
      return this.change({ save: { kind: 'refused', problem: error } });
    }
    if (!(error instanceof Problem) && !(error instanceof Unreachable)) throw error;
    this.change({ save: { kind: 'offline' } });
    this.schedule(this.retryAfter);
    this.retryAfter = Math.min(this.retryAfter * 2, LONGEST_RETRY);
  }

  private restore(): void {
    const kept = keptDraft(this.place);
    if (kept === null) return;
    const keys = keysOf(kept.answers).filter(
      (key) => !sameAnswer(this.sheet.answers[key], kept.answers[key]),
    );
    for (const key of keys) this.unsaved.add(key);
    if (keys.length === 0) return dropDraft(this.place);
    // Sent on the version it was written on: if another person saved since, the difference is shown first.
    this.draft = {
      ...this.draft,
      answers: { ...this.sheet.answers, ...kept.answers },
      version: kept.version,
      save: { kind: 'waiting' },
      restored: true,
    };
  }

  private schedule(delay: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), delay);
  }

  private keep(): void {
    if (this.unsaved.size === 0) return dropDraft(this.place);
    const answers: Answers = Object.fromEntries(
      [...this.unsaved].map((key) => [key, this.draft.answers[key] ?? null]),
    );
    keepDraft(this.place, { version: this.draft.version, answers });
  }

  private change(changes: Partial<Draft>): void {
    this.draft = { ...this.draft, ...changes };
    for (const listener of this.listeners) listener();
  }
}

function keysOf(answers: Answers): AnswerKey[] {
  return Object.keys(answers) as AnswerKey[];
}

function readConflict({ extra }: Problem): Conflict {
  return {
    version: typeof extra.version === 'number' ? extra.version : 0,
    by: typeof extra.by === 'string' ? extra.by : null,
    at: typeof extra.at === 'string' ? extra.at : null,
    changed: Array.isArray(extra.changed) ? (extra.changed as FieldChange[]) : [],
  };
}
