import { addWords } from '../words';
import en from './late-messages.en.json';
import ja from './late-messages.ja.json';

/** Words of the frame that no page needs at first: dialogs, and pages that are kept from somebody. */
export const FRAME_LATE = 'frame-late';

addWords(FRAME_LATE, { ja, en });
