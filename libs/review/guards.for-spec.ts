import type { SheetField } from './review.types.js';
import type { GuardContext } from './sheet-guards.rules.js';

type FormField = GuardContext['form'][number];

/** A field of a form; a spec says only what matters. */
export const aField = (key: string, change: Partial<FormField> = {}): FormField => ({
  key,
  stage: 'check',
  subject: 'item',
  type: 'text',
  duty: 'none',
  onSupport: false,
  public: true,
  lengthGuide: null,
  carriedOver: false,
  choices: [],
  required: false,
  ...change,
});

/** A field that must be filled in. */
export const aDuty = (key: string, type: SheetField['type'] = 'text'): FormField =>
  aField(key, { type, required: true });

/** A sheet about which nothing is known. */
export const aContext = (change: Partial<GuardContext> = {}): GuardContext => ({
  form: [],
  answers: {},
  planAnswers: null,
  lastYear: null,
  returned: null,
  commitments: [],
  indicators: [],
  valueDoubts: [],
  openChecks: 0,
  ...change,
});
