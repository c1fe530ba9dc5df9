import { addWords } from '../../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

export const REMINDERS = 'cycle-reminders';

addWords(REMINDERS, { ja, en });
