import { addWords } from '../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

/** Labels of fields, choices, missing answers and concerns: every page that shows answers uses them. */
addWords('sheet', { ja, en });
