import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { PlanReport } from '../api';
import { Badge, Grade, Icon, statusLook, useFormats } from '../parts';
import { useWords } from '../words';
import { isLow } from './concerns';
import { commitmentsPlace, indicatorsPlace, sheetsPlace } from './list-places';
import { OVERVIEW } from './words';

export type SectionRow = PlanReport['sections'][number];
export const LETTERS = ['A', 'B', 'C', 'D'] as const;

/** The part of the year whose numbers are shown; each leads to its list. */
interface OfPart {
  readonly part: { readonly fiscalYear: number; readonly section?: string };
}

/** One badge for each status of the section's indicators, with a number when several share it. */
export function Indicators({ section, part }: OfPart & { readonly section: SectionRow }): ReactElement {
  const say = useWords(OVERVIEW);
  const parts = useWords('parts');
  const statuses = [...new Set(section.indicators.map((one) => one.status))];
  if (statuses.length === 0) return <span className="sub">{say('none')}</span>;
  return (
    <>
      {statuses.map((status) => {
        const count = section.indicators.filter((one) => one.status === status).length;
        const word = parts(`status.${status}`);
        return (
          <Link key={status} to={indicatorsPlace(part, status)}>
            <Badge {...statusLook(status)}>
              {count === 1 ? word : say('matrix.status_count', { word, number: count })}
            </Badge>
          </Link>
        );
      })}
    </>
  );
}

export function GradeMove({ section: { grade, lastGrade } }: { readonly section: SectionRow }): ReactElement {
  const say = useWords(OVERVIEW);
  const move =
    grade === null || lastGrade === null || grade === lastGrade ? '' : grade < lastGrade ? 'up' : 'dn';
  return (
    <span className="gg">
      {grade === null ? <span className="sub">{say('matrix.no_grade')}</span> : <Grade grade={grade} />}
      {lastGrade !== null && (
        <span className={`mv ${move}`}>
          {move !== '' && <Icon name={move === 'up' ? 'close-up' : 'open'} small />}
          {say('matrix.last', { grade: lastGrade })}
        </span>
      )}
    </span>
  );
}

/** What management decided, in two words; the whole stands on the report. */
export function Decided({ section: { decision } }: { readonly section: SectionRow }): ReactElement | null {
  const say = useWords(OVERVIEW);
  if (decision === null) return null;
  return (
    <span className="sub decided">
      {say('matrix.decided', {
        verdict: say(`decided.${decision.verdict}`),
        direction: say(`decided.${decision.direction}`),
      })}
    </span>
  );
}

interface GradeCountsProps extends OfPart, Pick<SectionRow, 'grades'> {
  /** Whether the year has any grade yet: before, a zero would say that nothing got it. */
  readonly graded: boolean;
}

export function GradeCounts({ grades, part, graded }: GradeCountsProps): ReactElement {
  const say = useWords(OVERVIEW);
  if (!graded) {
    return (
      <span className="sub">
        <span aria-hidden="true">{say('none')}</span>
        <span className="sr">{say('matrix.no_grade')}</span>
      </span>
    );
  }
  return (
    <span className="gd">
      {LETTERS.map((letter) => {
        const count = grades.find((one) => one.grade === letter)?.count ?? 0;
        const heard = say('matrix.letter_count', { letter, number: count });
        return (
          <span key={letter} className={count === 0 ? 'z' : undefined} data-letter={letter}>
            {count === 0 ? (
              <>
                <span aria-hidden="true">0</span>
                <span className="sr">{heard}</span>
              </>
            ) : (
              <Link to={sheetsPlace(part, letter)} aria-label={heard}>
                {count}
              </Link>
            )}
          </span>
        );
      })}
    </span>
  );
}

interface ApprovedProps extends OfPart {
  readonly sheets: number;
  readonly approved: number;
  /** Past their date and not handed in. */
  readonly late: number;
}

export function Approved({ sheets, approved, late, part }: ApprovedProps): ReactElement {
  const say = useWords(OVERVIEW);
  return (
    <span>
      <Link
        to={sheetsPlace(part, 'approved')}
        aria-label={say('matrix.approved_heard', { number: approved })}
      >
        {approved}
      </Link>
      <Link
        className="sub"
        to={sheetsPlace(part, 'all')}
        aria-label={say('matrix.sheets_heard', { number: sheets })}
      >
        {say('of', { all: sheets })}
      </Link>
      {late > 0 && (
        <Link className="alert" to={sheetsPlace(part, 'late')}>
          <Icon name="warning" small />
          {say('matrix.late', { number: late })}
        </Link>
      )}
    </span>
  );
}

/** Amounts of the report are in 千円; the matrix shows 百万円. Before anything is settled a zero would say more than is known. */
interface CostsProps {
  readonly costs: {
    readonly budget: string;
    readonly settled: string;
    readonly executionRate: string | null;
  };
}

export function Costs({ costs: { budget, settled, executionRate } }: CostsProps): ReactElement {
  const say = useWords(OVERVIEW);
  const { number } = useFormats();
  return (
    <span>
      {executionRate === null ? say('none') : number(millions(settled))}
      <span className="sub">{say('of', { all: number(millions(budget)) })}</span>
    </span>
  );
}

/** 22100千円 → 22.1百万円, half-up, without binary fractions. */
function millions(thousands: string): string {
  const tenths = (BigInt(thousands.split('.')[0] ?? '0') + 50n) / 100n;
  return `${tenths / 10n}.${tenths % 10n}`;
}

export function Rate({ rate }: { readonly rate: string | null }): ReactElement {
  const say = useWords(OVERVIEW);
  const { percent } = useFormats();
  if (rate === null) return <span className="sub">{say('none')}</span>;
  return (
    <span>
      <svg className="rbar" viewBox="0 0 64 8" aria-hidden="true">
        <rect className="all" width="64" height="8" rx="4" />
        <rect className="part" width={Math.min(64, Number(rate) * 0.64)} height="8" rx="4" />
      </svg>
      <span className="num">{percent(rate)}</span>
      {isLow(rate) && (
        <span className="alert">
          <Icon name="warning" small />
          {say('matrix.low')}
        </span>
      )}
    </span>
  );
}

interface OpenProps extends OfPart {
  readonly count: number;
  /** Whether they should have been answered by now. */
  readonly due: boolean;
}

export function Open({ count, part, due }: OpenProps): ReactElement {
  const say = useWords(OVERVIEW);
  if (count === 0) return <span className="quiet-number">0</span>;
  return (
    <Link
      className={due ? 'alert' : undefined}
      to={commitmentsPlace(part, 'open')}
      aria-label={say('matrix.open_count', { number: count })}
    >
      {due && <Icon name="clock" small />}
      {due ? say('matrix.open_count', { number: count }) : count}
    </Link>
  );
}
