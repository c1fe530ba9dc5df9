import { addWords } from '../../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

export const EVIDENCE = 'sheet-evidence';

addWords(EVIDENCE, { ja, en });
