import { z } from 'zod';
import { defineJob } from '#jobs';

/** Sends what is due; carries nothing, since the letters are rows. */
export const sendLetters = defineJob('send-letters', z.object({}));
