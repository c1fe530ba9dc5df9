import type { ReactElement, ReactNode } from 'react';
import type { IconName } from './drawings';
import { Icon } from './icon';

interface NoticeProps {
  readonly children: ReactNode;
  readonly tone?: 'warn' | 'bad' | 'good' | 'flat';
  /** `alert` is read out at once, `status` when there is a pause, `note` when it is reached. */
  readonly role?: 'alert' | 'status' | 'note';
}

const ICONS: Readonly<Record<NonNullable<NoticeProps['tone']>, IconName>> = {
  warn: 'warning',
  bad: 'warning',
  good: 'tick-ring',
  flat: 'info',
};

/** A calm sentence with its icon, above everything it is about. */
export function Notice({ children, tone = 'warn', role = 'note' }: NoticeProps): ReactElement {
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}
