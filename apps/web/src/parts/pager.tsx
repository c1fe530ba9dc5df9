import type { ReactElement } from 'react';
import { useWords } from '../words';
import { Button } from './button';

interface PagerProps {
  /** 1-based. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** 51～100件目／全230件 with the way to the pages beside; nothing when one page holds all. */
export function Pager({ page, pageSize, total, onPage }: PagerProps): ReactElement | null {
  const say = useWords('parts');
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="pager" aria-label={say('pager.label')}>
      {page > 1 && (
        <Button icon="back" onClick={() => onPage(page - 1)}>
          {say('pager.before')}
        </Button>
      )}
      <p aria-live="polite">
        {say('pager.range', { from, to: Math.min(total, from + pageSize - 1), total })}
      </p>
      {page < last && (
        <Button onClick={() => onPage(page + 1)} icon="next" className="icon-last">
          {say('pager.after')}
        </Button>
      )}
    </nav>
  );
}
