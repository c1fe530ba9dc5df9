import type { ReactElement, ReactNode } from 'react';
import type { SectionReport } from '../api';
import { answerBlocks, decidedBlocks, issueBlocks } from './blocks-commitments';
import { costBlocks } from './blocks-costs';
import { headBlocks } from './blocks-head';
import { indicatorBlocks } from './blocks-indicators';
import { itemBlocks, programsOf } from './blocks-items';
import { childBlocks, progressBlocks } from './blocks-progress';
import { DecisionBox } from './decision-box';
import type { PaperBlock } from './paper';
import type { Writing } from './report-writing';

interface Chapter {
  readonly name: string;
  readonly end?: ReactNode;
  readonly blocks: readonly PaperBlock[];
}

/** The whole paper in reading order; only what has a content gets a heading and a number. */
export function reportBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const chapters = chaptersOf(report, writing).filter((chapter) => chapter.blocks.length > 0);
  return [
    ...headBlocks(report, writing),
    ...chapters.flatMap((chapter, at): readonly PaperBlock[] => [
      {
        key: `heading-${chapter.name}`,
        keep: true,
        content: (
          <Heading
            name={chapter.name}
            number={at + 1}
            title={writing.say(`chapter.${chapter.name}`)}
            end={chapter.end}
          />
        ),
      },
      ...chapter.blocks,
    ]),
    {
      key: 'decision',
      keep: (report.decision?.commitments.length ?? 0) > 0,
      content: <DecisionBox decision={report.decision} decidable={report.decidable} writing={writing} />,
    },
    ...decidedBlocks(report, writing),
  ];
}

function chaptersOf(report: SectionReport, writing: Writing): readonly Chapter[] {
  const { say, amount } = writing;
  const hasItems = report.items.length > 0;
  const programs = programsOf(report);
  const { done, changed, dropped, open } = report.answered;
  return [
    { name: 'policies', blocks: policyBlocks(report, writing) },
    { name: 'children', blocks: report.children.length > 0 ? childBlocks(report, writing) : [] },
    { name: 'indicators', blocks: indicatorBlocks(report, writing) },
    {
      name: 'items',
      end: programs.length === 1 ? programs[0] : null,
      blocks: hasItems ? itemBlocks(report, writing) : [],
    },
    {
      name: 'costs',
      end: say('costs.unit', { unit: amount(report.costs.labourUnitCost) }),
      blocks: hasItems ? costBlocks(report, writing) : [],
    },
    {
      name: 'answers',
      end: say('answers.sum', { all: done + changed + dropped + open, done, changed, dropped, open }),
      blocks: report.commitmentAnswers.length > 0 ? answerBlocks(report, writing) : [],
    },
    { name: 'issues', blocks: hasItems ? issueBlocks(report, writing) : [] },
    { name: 'priorities', blocks: paragraphs('priorities', report.priorities) },
    { name: 'progress', blocks: hasItems ? progressBlocks(report, writing) : [] },
  ];
}

function policyBlocks({ policies }: SectionReport, { say }: Writing): readonly PaperBlock[] {
  return policies.map(({ number, text }) => ({
    key: `policy-${number}`,
    content: <p className="t">{policies.length > 1 ? say('policy', { number, text }) : text}</p>,
  }));
}

/** Long texts are cut at their own lines, so that a page can end between them. */
function paragraphs(key: string, text: string | null): readonly PaperBlock[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => ({ key: `${key}-${at}`, content: <p className="t">{line}</p> }));
}

interface HeadingProps {
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly end?: ReactNode;
}

function Heading({ name, number, title, end }: HeadingProps): ReactElement {
  return (
    <h2 data-chapter={name} tabIndex={-1}>
      <i>{number}</i>
      {title}
      {end && <span className="h-end">{end}</span>}
    </h2>
  );
}
