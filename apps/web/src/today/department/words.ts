import { addWords } from '../../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

export const DEPARTMENT = 'today-department';

addWords(DEPARTMENT, { ja, en });
