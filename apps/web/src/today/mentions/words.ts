import { addWords } from '../../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

export const MENTIONS = 'today-mentions';

addWords(MENTIONS, { ja, en });
