import type { CalendarDate, FiscalYear, Language } from '#calendar';

/** Part of the year a sheet belongs to, as the cycle names it. */
export type LetterStage = 'plan' | 'do' | 'check' | 'act' | 'review';

/** A letter ready to be sent. `subject` is one line without control characters. */
export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Who reads the letter; the language decides every word of it. */
export interface LetterRecipient {
  /** Title of the post for which the person gets it: 市民協働課長. */
  readonly title: string;
  readonly name: string;
  readonly language: Language;
}

/** What every letter needs besides its facts. */
export interface LetterFrame {
  readonly recipient: LetterRecipient;
  /** Name of the municipality: 青葉川市. */
  readonly city: string;
  /** Stands before every subject: 【総合計画】. */
  readonly subjectPrefix: string;
  /** The office that answers questions: 企画課. */
  readonly office: string;
  /** Address of the product; no letter links to anything outside of it. */
  readonly baseUrl: string;
  /** Path of the page where the reader changes how mail comes; left out where there is none. */
  readonly mailSettingsUrl?: string;
  /** The business day the letter speaks of. */
  readonly date: CalendarDate;
  /** Name of the delegate who reads this copy, because `recipient` is away. */
  readonly delegate?: string;
}

/** One sheet as a letter names it. */
export interface LetterSheet {
  readonly taskStageId: string;
  /** Where it stands in the plan: 第1節 (1)ウ. */
  readonly label: string;
  /** Name of the item, indicator or section, whole. */
  readonly title: string;
  readonly stage: LetterStage;
  readonly fiscalYear: FiscalYear;
  readonly dueOn: CalendarDate;
  /** Calendar days from the letter's date to `dueOn`; negative when late. */
  readonly daysLeft: number;
  /** Whose work it is; null when it is the reader's own. */
  readonly personName: string | null;
  /** Path below the base address (`/sheets/…`), or the whole address. */
  readonly url: string;
}

/** Sheets of one stage that can be filled in from today. `kind` cycle: the year itself begins with it. */
export interface OpenedStage {
  readonly kind: 'cycle' | 'stage';
  readonly fiscalYear: FiscalYear;
  readonly stage: LetterStage;
  readonly dueOn: CalendarDate;
  readonly daysLeft: number;
  readonly sheets: number;
}

/** Sheets of one stage whose due date was moved. */
export interface MovedStage extends Omit<OpenedStage, 'kind'> {
  readonly dueBefore: CalendarDate;
  /** Names of the departments for which it was so moved. */
  readonly departments: readonly string[];
}

/** A sheet that came back; `dueOn` is its new due date. */
export interface ReturnedSheet extends LetterSheet {
  /** Title of the post that returned it: 市民協働課長. */
  readonly returnedBy: string;
  readonly returnedOn: CalendarDate;
  readonly reason: string;
  /** Keys of the fields that are to be mended. */
  readonly places: readonly string[];
}

/** A sheet past its due date, with the last superior who was told of it. */
export interface OverdueSheet extends LetterSheet {
  readonly told: { readonly title: string; readonly on: CalendarDate } | null;
}

/** A sheet that waits for the reader's approval; `personName` submitted it and `dueOn` is the reader's own date. */
export type WaitingSheet = LetterSheet;

/** A sheet whose author has until a day of this week. */
export interface DueSheet extends LetterSheet {
  /** Commitments of earlier years that it must still answer. */
  readonly openCommitments: number;
  /** Day it was returned; null when it was not. */
  readonly returnedOn: CalendarDate | null;
}

/** An indicator judged behind or worse. */
export interface LetterIndicator {
  /** Section it stands in: 第3節. */
  readonly label: string;
  readonly name: string;
  readonly status: 'behind' | 'worse';
  /** Year of the data. */
  readonly fiscalYear: FiscalYear;
  /** Decimal strings as printed; `expected` is null where the rule says blank. */
  readonly actual: string;
  readonly expected: string | null;
  readonly unit: string;
  readonly url: string;
}

/** 改善策, as a letter names it. */
export interface LetterCommitment {
  readonly id: string;
  readonly label: string;
  readonly what: string;
  /** Title of the post that has to keep it. */
  readonly who: string;
  readonly madeInFiscalYear: FiscalYear;
  readonly dueOn: CalendarDate;
  readonly daysLeft: number;
  readonly url: string;
}

/** 推進本部決定: a promise that management made for a department; the report tells the decision it belongs to. */
export interface DecidedCommitment extends LetterCommitment {
  readonly reportUrl: string;
}

/** A sheet so late that the level above whoever holds it is told; `personName` is the author, or the approver's title. */
export interface EscalatedSheet extends LetterSheet {
  readonly heldBy: 'author' | 'approver';
}

/** All that concerns one person on one day. A sheet named in several lists is told once. */
export interface DailyLetterProps extends LetterFrame {
  /** `at_once` tells what came back or waits, to who wants to hear of it at once; `request` what is asked for on a day. */
  readonly form: 'daily' | 'at_once' | 'request';
  readonly opened: readonly OpenedStage[];
  readonly moved: readonly MovedStage[];
  readonly returned: readonly ReturnedSheet[];
  /** What the planning division asks for. */
  readonly requested: readonly OverdueSheet[];
  readonly reminders: readonly LetterSheet[];
  readonly overdue: readonly OverdueSheet[];
  readonly waiting: readonly WaitingSheet[];
  readonly escalated: readonly EscalatedSheet[];
  /** Promises that management decided for the reader's departments. */
  readonly decided: readonly DecidedCommitment[];
}

/** A stage of a year that opens soon. */
export interface NextStage {
  readonly stage: LetterStage;
  readonly fiscalYear: FiscalYear;
  readonly opensOn: CalendarDate;
}

/**
 * 週次まとめ: the exceptions of a manager's own subtree, and what else concerns the manager that morning, since nobody gets
 * two ordinary letters on one day.
 */
export interface ManagerDigestProps
  extends
    LetterFrame,
    Pick<
      DailyLetterProps,
      'opened' | 'moved' | 'returned' | 'requested' | 'reminders' | 'escalated' | 'decided'
    > {
  /** Name of the department whose subtree it covers. */
  readonly scope: string;
  readonly overdue: readonly OverdueSheet[];
  readonly waiting: readonly WaitingSheet[];
  readonly dueThisWeek: readonly DueSheet[];
  readonly indicators: readonly LetterIndicator[];
  readonly commitments: readonly LetterCommitment[];
  /** What starts next; null when nothing does in the coming weeks. */
  readonly next: NextStage | null;
}

/** A post that somebody took over, with what they find there. */
export interface HandoverPost {
  /** Title of the post: 市民協働課 主任. */
  readonly title: string;
  readonly since: CalendarDate;
  /** Who held it before; null when nobody did. */
  readonly predecessor: string | null;
  /** Sheets to fill in, in the department or below it, and how many of them are late. */
  readonly sheets: number;
  readonly overdue: number;
  readonly nextDueOn: CalendarDate | null;
  readonly waiting: number;
  /** Open promises of the department's items. */
  readonly commitments: number;
}

/** 引継ぎ: the brief for the new holder of a post. */
export interface HandoverLetterProps extends LetterFrame {
  readonly posts: readonly HandoverPost[];
}

export interface SummarySection {
  readonly label: string;
  readonly title: string;
  readonly grade: string | null;
  readonly lastGrade: string | null;
  readonly sheets: number;
  readonly approved: number;
  readonly openCommitments: number;
  readonly url: string;
}

/** 年度のまとめ: what a closed year says, for management. */
export interface CycleSummaryProps extends LetterFrame {
  readonly fiscalYear: FiscalYear;
  readonly sheets: number;
  readonly approved: number;
  /** Indicators by judgement, the worst first; those that could not be judged are left out. */
  readonly indicators: readonly { readonly status: LetterStatus; readonly count: number }[];
  readonly openCommitments: number;
  readonly sections: readonly SummarySection[];
  /** Path of the overview of the year. */
  readonly url: string;
}

/** How an indicator stands, as far as a summary counts it. */
export type LetterStatus = 'achieved' | 'on_track' | 'mostly_on_track' | 'flat' | 'behind' | 'worse';
