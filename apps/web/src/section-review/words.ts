import { addWords } from '../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

/** The feature of this folder's words. */
export const SECTION_REVIEW = 'section-review';

addWords(SECTION_REVIEW, { ja, en });
