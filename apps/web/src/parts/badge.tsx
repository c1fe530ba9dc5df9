import type { ReactElement } from 'react';
import type { Judgement, JudgementStatus, WorkState } from '../api';
import { useWords } from '../words';
import type { IconName } from './drawings';
import { Icon } from './icon';
import { useFormats } from './use-formats';

export type Tone = 'solid' | 'good' | 'fair' | 'flat' | 'warn' | 'bad' | 'none' | 'key';

interface BadgeProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly children: string;
}

/** Icon, word and colour, always together. */
export function Badge({ tone, icon, children }: BadgeProps): ReactElement {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} small />
      {children}
    </span>
  );
}

const STATUS_LOOK: Readonly<Record<JudgementStatus, readonly [Tone, IconName]>> = {
  achieved: ['solid', 'flag'],
  on_track: ['good', 'up-ring'],
  mostly_on_track: ['fair', 'waves'],
  flat: ['flat', 'right'],
  behind: ['warn', 'clock'],
  worse: ['bad', 'down'],
  not_judged: ['none', 'dash'],
  awaited: ['none', 'hourglass'],
};

/** What stays the word on the badge from the target year on. */
const NEVER_MISSED: readonly JudgementStatus[] = ['achieved', 'not_judged', 'awaited'];

/** Icon and tone of an indicator's status, for marks that are not badges. */
export function statusLook(status: JudgementStatus): { readonly tone: Tone; readonly icon: IconName } {
  const [tone, icon] = STATUS_LOOK[status];
  return { tone, icon };
}

/** The badge of a status alone, e.g. in a legend or a count. */
export function StatusBadge({ status }: { readonly status: JudgementStatus }): ReactElement {
  const say = useWords('parts');
  const { tone, icon } = statusLook(status);
  return (
    <Badge tone={tone} icon={icon}>
      {say(`status.${status}`)}
    </Badge>
  );
}

/**
 * The badge of one judgement with what must stand beside it: from the target year on 未達成（進捗69.0％） replaces
 * the word, 端数処理による and the reason of 評価不能 stand next to the badge, never inside.
 */
export function JudgementBadge({ judgement }: { readonly judgement: Judgement }): ReactElement {
  const say = useWords('parts');
  const { percent } = useFormats();
  const { tone, icon } = statusLook(judgement.status);
  const missed = judgement.atOrAfterTargetYear && !NEVER_MISSED.includes(judgement.status);
  const word = missed
    ? judgement.progress === null
      ? say('status.missed')
      : say('status.missed_with_progress', { progress: percent(judgement.progress) })
    : say(`status.${judgement.status}`);
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {word}
      </Badge>
      {judgement.byRounding && <span className="sub">{say('status.by_rounding')}</span>}
      {judgement.reason && <span className="sub">{say(`reason.${judgement.reason}`)}</span>}
    </>
  );
}

/** What a badge of work can say: the stored states and the two that follow from dates and returns. */
export type WorkBadgeState = WorkState | 'overdue' | 'returned';

const WORK_LOOK: Readonly<Record<WorkBadgeState, readonly [Tone, IconName]>> = {
  none: ['none', 'ring'],
  drafting: ['key', 'pen'],
  submitted: ['flat', 'hourglass'],
  returned: ['warn', 'return'],
  overdue: ['bad', 'warning'],
  approved: ['good', 'tick-ring'],
  not_applicable: ['none', 'line'],
};

export function WorkBadge({ state }: { readonly state: WorkBadgeState }): ReactElement {
  const say = useWords('parts');
  const [tone, icon] = WORK_LOOK[state];
  return (
    <Badge tone={tone} icon={icon}>
      {say(`state.${state}`)}
    </Badge>
  );
}
