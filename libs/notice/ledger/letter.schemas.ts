import { z } from 'zod';
import { letterKindSchema, LETTER_STATES, MAIL_MODES, TRY_OUTCOMES } from './letter.codes.js';

const moment = z.iso.datetime({ offset: true });

/** Notices of one kind that a letter tells of. */
const toldSchema = z.object({ kind: z.string(), count: z.int() });

export const letterRowSchema = z
  .object({
    id: z.uuid(),
    recipientName: z.string(),
    recipientTitle: z.string(),
    /** The address of the person now. */
    email: z.string(),
    kind: letterKindSchema,
    day: z.iso.date(),
    state: z.enum(LETTER_STATES),
    tries: z.int(),
    subject: z.string().nullable(),
    serverAnswer: z.string().nullable(),
    sentAt: moment.nullable(),
    /** It went to the test addresses only. */
    asTest: z.boolean(),
    bouncedAt: moment.nullable(),
    /** The absent person of whose letter this is the delegate's copy. */
    copyForName: z.string().nullable(),
    /** Nobody sends it again or forgets it until a person decides. */
    asks: z.boolean(),
    /** It was sent; when it was to be sent again, nothing was left to tell. */
    nothingLeft: z.boolean(),
    told: z.array(toldSchema),
  })
  .meta({ id: 'LetterRow' });
export type LetterRow = z.infer<typeof letterRowSchema>;

export const letterListSchema = z
  .object({
    total: z.int(),
    states: z
      .array(z.object({ state: z.enum(LETTER_STATES), count: z.int() }))
      .describe('what each state would show, the other filters being kept'),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(letterRowSchema),
  })
  .meta({ id: 'LetterList' });

export const letterDetailSchema = letterRowSchema
  .extend({
    sentTo: z.string().nullable(),
    bounceAnswer: z.string().nullable(),
    nextTryAt: moment.nullable(),
    history: z.array(
      z.object({
        number: z.int(),
        beganAt: moment,
        endedAt: moment.nullable(),
        outcome: z.enum(TRY_OUTCOMES).nullable(),
        answer: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'LetterDetail' });
export type LetterDetail = z.infer<typeof letterDetailSchema>;

/** A letter as it would be rendered now. */
export const letterPreviewSchema = z
  .object({ subject: z.string(), html: z.string(), text: z.string(), to: z.string() })
  .meta({ id: 'LetterPreview' });

const MOST_LETTERS = 500;
const idsSchema = z.array(z.uuid()).min(1).max(MOST_LETTERS);

/** Letters by their ids, or all that failed, or all that ask a person, of a kind or a day. */
export const resendSchema = z
  .union([
    z.strictObject({ ids: idsSchema }),
    z.strictObject({
      filter: z.strictObject({
        state: z.enum(['failed', 'uncertain']),
        kind: letterKindSchema.optional(),
        day: z.iso.date().optional(),
      }),
    }),
  ])
  .meta({ id: 'LetterResend' });
export type LetterResend = z.infer<typeof resendSchema>;

export const arrivedSchema = z.strictObject({ ids: idsSchema }).meta({ id: 'LettersArrived' });
export const changedLettersSchema = z.object({ letters: z.int() }).meta({ id: 'ChangedLetters' });

const MOST_TEST_ADDRESSES = 10;

export const mailSettingSchema = z
  .object({
    mode: z.enum(MAIL_MODES),
    testAddresses: z.array(z.string()),
    version: z.int(),
    /** Letters that are planned and not sent yet. */
    waiting: z.int(),
    /** People whose last letter came back. */
    bouncing: z.int(),
  })
  .meta({ id: 'MailSetting' });
export type MailSettingView = z.infer<typeof mailSettingSchema>;

export const changeMailSettingSchema = z
  .strictObject({
    mode: z.enum(MAIL_MODES),
    testAddresses: z.array(z.email().max(254)).max(MOST_TEST_ADDRESSES),
    version: z.int().min(1),
  })
  .meta({ id: 'ChangeMailSetting' });
export type ChangeMailSetting = z.infer<typeof changeMailSettingSchema>;
