import './section-matrix.css';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { PlanReport } from '../api';
import { Button, Card, Icon } from '../parts';
import { useWords } from '../words';
import { indicatorsPlace } from './list-places';
import {
  Approved,
  Costs,
  Decided,
  GradeCounts,
  GradeMove,
  Indicators,
  LETTERS,
  Open,
  Rate,
  type SectionRow,
} from './matrix-cells';
import { downloadMatrix, hasGrades } from './matrix-file';
import { OVERVIEW } from './words';

/** 節ごとの状況: one row for each section, on phones one card. */
export function SectionMatrix({ report }: { readonly report: PlanReport }): ReactElement {
  const say = useWords(OVERVIEW);
  const parts = useWords('parts');
  const graded = hasGrades(report);
  const heads = ['indicators', 'grade', 'items', 'sheets', 'costs', 'rate', 'open'] as const;
  const isNumber = (head: string) => ['sheets', 'costs', 'open'].includes(head);
  return (
    <Card
      title={say('matrix.title')}
      hint={say('matrix.hint')}
      bare
      className="mtx"
      end={
        <Button small icon="download" onClick={() => downloadMatrix(report, say, parts)}>
          {say('matrix.csv')}
        </Button>
      }
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say('matrix.section')}</th>
            {heads.map((head) => (
              <th scope="col" key={head} className={isNumber(head) ? 'num' : undefined}>
                {say(`matrix.${head}`)}
                {head === 'items' && <Letters />}
                {head === 'costs' && <span className="sub">{say('matrix.unit')}</span>}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {report.sections.map((section) => (
            <Row key={section.key} section={section} fiscalYear={report.fiscalYear} graded={graded} />
          ))}
        </tbody>
        <tfoot>
          <SumRow report={report} />
        </tfoot>
      </table>
      {!graded && <p className="sub ungraded">{say('matrix.ungraded')}</p>}
    </Card>
  );
}

function Letters(): ReactElement {
  return (
    <span className="abcd" aria-hidden="true">
      {LETTERS.map((letter) => (
        <i key={letter}>{letter}</i>
      ))}
    </span>
  );
}

interface RowProps {
  readonly section: SectionRow;
  readonly fiscalYear: number;
  /** Whether the year has any grade yet. */
  readonly graded: boolean;
}

function Row({ section, fiscalYear, graded }: RowProps): ReactElement {
  const say = useWords(OVERVIEW);
  const part = { fiscalYear, section: section.key };
  const costs = `/reports/${fiscalYear}/sections/${encodeURIComponent(section.key)}#costs`;
  return (
    <tr>
      <th scope="row">
        <Link to={`/reports/${fiscalYear}/sections/${encodeURIComponent(section.key)}`}>
          <span className="no">{section.number}</span>
          <span>{section.title}</span>
        </Link>
        <span className="sub">{section.leadName ?? say('matrix.no_lead')}</span>
      </th>
      <td className="inds" data-label={say('matrix.indicators')}>
        <Indicators section={section} part={part} />
      </td>
      <td data-label={say('matrix.grade')}>
        <GradeMove section={section} />
        <Decided section={section} />
      </td>
      <td data-label={say('matrix.items')}>
        <GradeCounts grades={section.grades} part={part} graded={graded} />
      </td>
      <td className="num" data-label={say('matrix.sheets')}>
        <Approved sheets={section.sheets} approved={section.approved} late={section.late} part={part} />
      </td>
      <td className="num" data-label={say('matrix.costs_phone')}>
        <Link to={costs}>
          <Costs costs={section} />
        </Link>
      </td>
      <td className="ratec" data-label={say('matrix.rate')}>
        <Link to={costs}>
          <Rate rate={section.executionRate} />
        </Link>
      </td>
      <td className="num" data-label={say('matrix.open')}>
        <Open count={section.openCommitments} part={part} due={section.overdueCommitments > 0} />
      </td>
      <td className="go">
        <Icon name="next" />
      </td>
    </tr>
  );
}

function SumRow({ report }: { readonly report: PlanReport }): ReactElement {
  const say = useWords(OVERVIEW);
  const { sections, onTrack, completion, costs, answered } = report;
  const part = { fiscalYear: report.fiscalYear };
  const items = sections.reduce((sum, section) => sum + section.items, 0);
  return (
    <tr>
      <th scope="row">{say('matrix.sum', { sections: sections.length, items })}</th>
      <td
        data-label={say('matrix.indicators')}
        className={onTrack.denominator > 0 ? undefined : 'none-on-phone'}
      >
        {onTrack.denominator > 0 && (
          <Link className="sub" to={indicatorsPlace({ ...part, withoutShare: true }, 'all')}>
            {say('matrix.on_track', { part: onTrack.numerator, all: onTrack.denominator })}
          </Link>
        )}
      </td>
      <td className="none-on-phone" />
      <td data-label={say('matrix.items')}>
        <GradeCounts grades={report.grades} part={part} graded={hasGrades(report)} />
      </td>
      <td className="num" data-label={say('matrix.sheets')}>
        <Approved sheets={completion.sheets} approved={completion.approved} late={0} part={part} />
      </td>
      <td className="num" data-label={say('matrix.costs_phone')}>
        <Costs costs={costs} />
      </td>
      <td className="ratec" data-label={say('matrix.rate')}>
        <Rate rate={costs.executionRate} />
      </td>
      <td className="num" data-label={say('matrix.open')}>
        <Open
          count={answered.open}
          part={part}
          due={report.sections.some((section) => section.overdueCommitments > 0)}
        />
      </td>
      <td className="none-on-phone" />
    </tr>
  );
}
