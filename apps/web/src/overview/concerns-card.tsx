import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { IndicatorView, PlanReport } from '../api';
import { judgementOf, useValues } from '../charts';
import { Badge, Card, Icon, StatusBadge, useFormats } from '../parts';
import { useWords } from '../words';
import { concernsOf } from './concerns';
import type { Concern } from './concerns';
import { commitmentsPlace, sheetsPlace } from './list-places';
import { OVERVIEW } from './words';

interface ConcernsCardProps {
  readonly report: PlanReport;
  readonly indicators: readonly IndicatorView[];
}

/** 判断が必要なこと: what is worst, each with a link to where it is decided. */
export function ConcernsCard({ report, indicators }: ConcernsCardProps): ReactElement {
  const say = useWords(OVERVIEW);
  const concerns = concernsOf(report, indicators);
  const title = (
    <>
      {say('concerns.title')}
      {!isUnderWay(report, concerns) && <span className="count">{concerns.length}</span>}
    </>
  );
  return (
    <Card title={title} bare className="concerns">
      {concerns.length === 0 ? (
        <Calm underWay={isUnderWay(report, concerns)} />
      ) : (
        <ol className="risk">
          {concerns.map((concern) => (
            <ConcernRow key={keyOf(concern)} concern={concern} fiscalYear={report.fiscalYear} />
          ))}
        </ol>
      )}
    </Card>
  );
}

/** While sheets are still to be confirmed, nothing to decide on means that little is known yet. */
function isUnderWay({ completion, open }: PlanReport, concerns: readonly Concern[]): boolean {
  return open && concerns.length === 0 && completion.approved < completion.sheets;
}

function Calm({ underWay }: { readonly underWay: boolean }): ReactElement {
  const say = useWords(OVERVIEW);
  return (
    <p className={underWay ? 'card-body calm open' : 'card-body calm'}>
      <Icon name={underWay ? 'hourglass' : 'tick-ring'} />
      {say(underWay ? 'concerns.none_yet' : 'concerns.none')}
    </p>
  );
}

function keyOf(concern: Concern): string {
  if (concern.is === 'indicator') return concern.key;
  return 'section' in concern ? `${concern.is}-${concern.section.key}` : concern.is;
}

interface RowProps<K extends Concern['is'] = Concern['is']> {
  readonly concern: Extract<Concern, { is: K }>;
  readonly fiscalYear: number;
}

function ConcernRow({ concern, fiscalYear }: RowProps): ReactElement {
  switch (concern.is) {
    case 'indicator':
      return <IndicatorRow concern={concern} fiscalYear={fiscalYear} />;
    case 'grade':
    case 'execution':
      return <SectionRow concern={concern} fiscalYear={fiscalYear} />;
    case 'answers':
    case 'sheets':
      return <SumRow concern={concern} fiscalYear={fiscalYear} />;
  }
}

function Row({
  badge,
  to,
  title,
  text,
}: Readonly<Record<'badge' | 'title' | 'text', ReactNode>> & { to: string }): ReactElement {
  return (
    <li>
      <div>{badge}</div>
      <div>
        <Link to={to}>{title}</Link>
        <p className="sub">{text}</p>
      </div>
    </li>
  );
}

const reportOf = (fiscalYear: number, key: string): string =>
  `/reports/${fiscalYear}/sections/${encodeURIComponent(key)}`;

function IndicatorRow({ concern, fiscalYear }: RowProps<'indicator'>): ReactElement {
  const say = useWords(OVERVIEW);
  const { section, name, status, view } = concern;
  return (
    <Row
      badge={<StatusBadge status={status} />}
      to={reportOf(fiscalYear, section.key)}
      title={say(`concerns.${status}`, { name })}
      text={
        <>
          {section.number}
          {view && <Values view={view} fiscalYear={fiscalYear} />}
        </>
      }
    />
  );
}

/** 5,856人 → 5,700人（期待値 6,542人） and the special factor. */
function Values({
  view,
  fiscalYear,
}: {
  readonly view: IndicatorView;
  readonly fiscalYear: number;
}): ReactElement | null {
  const say = useWords(OVERVIEW);
  const { withUnit } = useValues(view);
  const actual = view.actuals.find((one) => one.fiscalYear === fiscalYear);
  const expected = judgementOf(view, fiscalYear)?.expected;
  if (actual?.value == null || view.baseline === null) return null;
  return (
    <>
      {say('gap')}
      {say('concerns.values', { from: withUnit(view.baseline.value), to: withUnit(actual.value) })}
      {expected != null && say('concerns.expected', { expected: withUnit(expected) })}
      {say('stop')}
      {actual.specialNote !== '' &&
        say('concerns.special', { note: actual.specialNote.replace(/[。.]$/, '') })}
    </>
  );
}

function SectionRow({ concern, fiscalYear }: RowProps<'grade' | 'execution'>): ReactElement {
  const say = useWords(OVERVIEW);
  const { percent, money } = useFormats();
  const { section } = concern;
  const place = { number: section.number, title: section.title };
  if (concern.is === 'grade') {
    const grades = { grade: section.grade ?? '', last: section.lastGrade ?? '' };
    return (
      <Row
        badge={
          <Badge tone="warn" icon="down">
            {say('concerns.grade_badge', grades)}
          </Badge>
        }
        to={reportOf(fiscalYear, section.key)}
        title={say('concerns.grade', place)}
        text={say('concerns.grade_text', grades)}
      />
    );
  }
  return (
    <Row
      badge={
        <Badge tone="warn" icon="warning">
          {say('concerns.execution_badge', { rate: percent(concern.rate) })}
        </Badge>
      }
      to={reportOf(fiscalYear, section.key)}
      title={say('concerns.execution', place)}
      text={say('concerns.execution_text', {
        settled: money(section.settled),
        budget: money(section.budget),
      })}
    />
  );
}

function SumRow({ concern, fiscalYear }: RowProps<'answers' | 'sheets'>): ReactElement {
  const say = useWords(OVERVIEW);
  const { count, sections, is } = concern;
  const list = sections.map((section) => {
    const number = is === 'answers' ? section.overdueCommitments : section.late;
    return say('concerns.section_count', { section: section.number, number });
  });
  return (
    <Row
      badge={
        <Badge tone={is === 'answers' ? 'warn' : 'bad'} icon={is === 'answers' ? 'clock' : 'warning'}>
          {say(`concerns.${is}_badge`, { number: count })}
        </Badge>
      }
      to={
        is === 'answers' ? commitmentsPlace({ fiscalYear }, 'overdue') : sheetsPlace({ fiscalYear }, 'late')
      }
      title={say(`concerns.${is}`, { number: count })}
      text={say('concerns.sections', { list: list.join(say('comma')) })}
    />
  );
}
