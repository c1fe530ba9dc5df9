import { addWords } from '../words';
import en from './page-messages.en.json';
import ja from './page-messages.ja.json';
import './words';

addWords('sheet-page', { ja, en });
