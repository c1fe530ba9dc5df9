import { addFirstWords } from '../words';
import ja from './messages.ja.json';

addFirstWords('parts', ja, () => import('./messages.en.json'));
