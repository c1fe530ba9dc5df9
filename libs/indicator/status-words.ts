import { choiceWords } from '#files';
import type { JudgementStatus } from './judgement/index.js';

/** 達成, 順調 and so on, as tables print them; the pages have the same words. */
export const STATUS_WORDS = choiceWords<JudgementStatus>({
  achieved: '達成',
  on_track: '順調',
  mostly_on_track: '概ね順調',
  flat: '横ばい',
  behind: '遅れ',
  worse: '後退',
  not_judged: '評価不能',
});
