import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { evidenceQuery } from '../../api/evidence';
import { useWords } from '../../words';
import { PieceName, PieceSource } from './evidence-row';
import './evidence.css';
import { EVIDENCE } from './words';

/** What a sheet rests on, for whoever confirms it; nothing when there is none. */
export default function EvidenceBrief({
  taskStageId,
}: {
  readonly taskStageId: string;
}): ReactElement | null {
  const say = useWords(EVIDENCE);
  const { data: list } = useQuery(evidenceQuery(taskStageId));
  if (!list || list.pieces.length === 0) return null;
  return (
    <section className="evidence-brief">
      <div className="sum">
        <h2>{say('title')}</h2>
        <span className="count">{say('count', { count: list.pieces.length })}</span>
      </div>
      <ul>
        {list.pieces.map((piece) => (
          <li key={piece.id}>
            <PieceName piece={piece} taskStageId={taskStageId} />
            <PieceSource piece={piece} taskStageId={taskStageId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
