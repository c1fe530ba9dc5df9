import { addFirstWords } from '../words';
import ja from './messages.ja.json';

addFirstWords('today', ja, () => import('./messages.en.json'));
