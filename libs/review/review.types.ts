import type { FieldType } from '#cycle';

export type { AssignmentRole, FieldType, SheetField, Stage, SubjectKind } from '#cycle';
export type { Answers } from './answers.schemas.js';
export type { StageState } from './task-stage.states.js';

/** A field that still keeps the sheet from being submitted. */
export interface Missing {
  readonly field: string;
  readonly code:
    | 'required'
    | 'reason_required'
    | 'no_value_nor_reason'
    | 'nothing_changed'
    | 'commitment_unanswered'
    | 'list_incomplete'
    | 'below_zero'
    | 'funding_sum';
}

/** Something odd that the author sees before submitting and the approver before deciding. */
export interface Concern {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One answer that differs between two versions. */
export interface FieldChange {
  readonly field: string;
  readonly type: FieldType;
  readonly before: unknown;
  readonly after: unknown;
}
