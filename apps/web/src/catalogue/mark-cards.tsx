import type { ReactElement } from 'react';
import type { Stage } from '../api';
import { Card, Grade, JudgementBadge, StageMark, WorkBadge } from '../parts';
import { DiffText } from '../parts/diff-text';
import { MarkedText } from '../search/marked-text';
import { useWords } from '../words';
import { JUDGEMENTS } from './samples';
import { CATALOGUE } from './words';

const WORK = ['none', 'drafting', 'submitted', 'returned', 'overdue', 'approved', 'not_applicable'] as const;
const STAGES: readonly Stage[] = ['plan', 'do', 'check', 'act', 'review'];
const GRADES = ['A', 'B', 'C', 'D'] as const;

/** What marks a state: badges, stages, grades, counters, differences, found words. */
export function MarkCards(): ReactElement {
  const say = useWords(CATALOGUE);
  return (
    <>
      <Card title={say('status')} hint={say('status.hint')}>
        <ul className="cat-list">
          {JUDGEMENTS.map((judgement, at) => (
            <li key={at} className="cat-row">
              <JudgementBadge judgement={judgement} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('work')} hint={say('work.hint')}>
        <ul className="cat-list">
          {WORK.map((state) => (
            <li key={state}>
              <WorkBadge state={state} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('stage')} hint={say('stage.hint')}>
        <p className="cat-row">
          {STAGES.map((stage, at) => (
            <StageMark key={stage} stage={stage} mine={at === 2} />
          ))}
        </p>
        <p className="cat-row">
          {GRADES.map((grade) => (
            <Grade key={grade} grade={grade} />
          ))}
          <Grade grade="B" last />
        </p>
      </Card>
      <Card title={say('count')}>
        <p className="cat-row">
          <span className="count">5</span>
          <span className="count">1,240</span>
          <span className="pill">{say('form.text')}</span>
          <span className="pill must">{say('form.one')}</span>
        </p>
      </Card>
      <Card title={say('diff')} hint={say('diff.hint')}>
        <p>
          <DiffText before="研修を集合形式で4回開催した。" after="研修をオンライン併用で8回開催した。" />
        </p>
      </Card>
      <Card title={say('mark')} hint={say('mark.hint')}>
        <p>
          <MarkedText
            pieces={[
              { text: '説明会と', hit: false },
              { text: 'ﾜｰｸｼｮｯﾌﾟ', hit: true },
              { text: 'を29回開催した。', hit: false },
            ]}
          />
        </p>
      </Card>
    </>
  );
}
