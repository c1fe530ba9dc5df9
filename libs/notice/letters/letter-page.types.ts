import type { Language } from '#calendar';

/** A place of the product with the words that lead there. `url` is absolute. */
export interface PageLink {
  readonly label: string;
  readonly url: string;
}

/** A number with its name, shown large: 期限超過 1件. */
export interface CountBox {
  readonly name: string;
  readonly count: number;
  readonly alarming: boolean;
}

/** One entry of a section, in plain text. */
export interface LetterRow {
  /** What it is, in bold. */
  readonly main: string;
  /** Stands beside it: the stage, the number of changes. */
  readonly beside: string;
  /** The line below, in its parts. */
  readonly details: readonly string[];
  /** Words of a person, line breaks kept. */
  readonly quote: string | null;
  /** The sheet itself; null when only the section's button leads there. */
  readonly url: string | null;
}

export interface LetterSection {
  readonly name: string;
  readonly count: number;
  readonly alarming: boolean;
  /** A sentence before the rows. */
  readonly lead: string | null;
  /** `entries` are numbered, `days` begin with their date. */
  readonly form: 'entries' | 'days';
  readonly rows: readonly LetterRow[];
  /** How many are not shown, and where they are. */
  readonly rest: { readonly count: number; readonly url: string } | null;
  readonly button: PageLink & { readonly primary: boolean };
}

/** A letter before it is printed. Both printers print all of it, so that neither version knows more. */
export interface LetterPage {
  readonly language: Language;
  readonly subject: string;
  /** 回す, city, kind of letter. */
  readonly masthead: string;
  readonly greeting: string;
  /** Stands before everything else: that this is the copy for a delegate. */
  readonly note: string | null;
  readonly title: string;
  readonly date: string;
  readonly summary: string | null;
  /** What the whole letter asks for, where no section does. */
  readonly action: PageLink | null;
  readonly boxes: readonly CountBox[];
  readonly sections: readonly LetterSection[];
  /** Sentences after the sections. */
  readonly closing: readonly string[];
  /** Why the person got it. */
  readonly why: string;
  /** Where the reader changes how mail comes. */
  readonly settings: PageLink | null;
  readonly contact: string;
}
