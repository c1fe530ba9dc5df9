import { addWords } from '../../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

export const COMMENTS = 'sheet-comments';

addWords(COMMENTS, { ja, en });
