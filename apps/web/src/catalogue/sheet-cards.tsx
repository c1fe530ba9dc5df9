import '../sheet/action-bar.css';
import '../sheet/fields.css';
import '../sheet/rail.css';
import '../sheet/sheet.css';
import '../sheet/tables.css';
import '../sheet/page-words';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Card } from '../parts';
import { questionsOf } from '../sheet/answers';
import { Checklist } from '../sheet/checklist';
import { CommitmentAnswers } from '../sheet/commitment-answers';
import { DeskContext } from '../sheet/desk';
import { QuestionCard } from '../sheet/question';
import { SaveLine } from '../sheet/save-line';
import { useWords } from '../words';
import { deskWith, SAVES } from './sample-desk';
import { CATALOGUE } from './words';

/** The parts of a sheet in all their states. */
export function SheetCards(): ReactElement {
  const say = useWords(CATALOGUE);
  const [desk] = useState(() => deskWith({ kind: 'rest' }));
  const [desks] = useState(() => SAVES.map(deskWith));
  return (
    <DeskContext value={desk}>
      <Card title={say('field')} hint={say('field.hint')} className="cat-wide">
        <div className="sheet-page">
          {questionsOf(desk.sheet).map((question, at) => (
            <QuestionCard key={question.id} question={question} number={at + 1} />
          ))}
        </div>
      </Card>
      <div className="sheet-page cat-wide">
        <CommitmentAnswers />
      </div>
      <div className="sheet-page cat-checklist">
        <Checklist />
      </div>
      <Card title={say('save')} hint={say('save.hint')}>
        <div className="cat-list">
          {desks.map((one) => (
            <DeskContext value={one} key={one.draft.save.kind}>
              <SaveLine onConflict={() => undefined} />
            </DeskContext>
          ))}
        </div>
      </Card>
    </DeskContext>
  );
}
