import { addWords } from '../words';
import en from './messages.en.json';
import ja from './messages.ja.json';
import '../sheet/page-words';

addWords('approvals', { ja, en });
