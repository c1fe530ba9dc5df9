import { addWords } from '../words';
import en from './messages.en.json';
import ja from './messages.ja.json';

addWords('parts', { ja, en });
