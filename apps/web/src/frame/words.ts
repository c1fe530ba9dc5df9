import { addFirstWords } from '../words';
import ja from './messages.ja.json';

addFirstWords('frame', ja, () => import('./messages.en.json'));
