import { choiceWords } from '#files';
import type { ShownStatus } from './judgement/index.js';

/** 達成, 順調 and so on, as tables print them; the pages have the same words. */
export const STATUS_WORDS = choiceWords<ShownStatus>({
  achieved: '達成',
  on_track: '順調',
  mostly_on_track: '概ね順調',
  flat: '横ばい',
  behind: '遅れ',
  worse: '後退',
  not_judged: '評価不能',
  awaited: '実績待ち',
});
