import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../frame/session';
import { CommentsCard } from './comments/comments-card';
import { useDesk } from './desk';
import { EvidenceCard } from './evidence/evidence-card';
import { showPlace } from './show-place';

/** What lies beside the answers: the evidence they rest on, and what people say about them. */
export default function BesideForm(): ReactElement {
  const { sheet, editable } = useDesk();
  const { outsider } = useSession();
  const { hash, key } = useLocation();
  useEffect(() => {
    // A list that speaks of a comment leads to it, not to the head of the form.
    if (hash === '#comments') showPlace('comments');
  }, [hash, key]);
  return (
    <>
      <div id="evidence" tabIndex={-1}>
        <EvidenceCard taskStageId={sheet.taskStageId} editable={editable} />
      </div>
      {!outsider && (
        <div id="comments" tabIndex={-1}>
          <CommentsCard taskStageId={sheet.taskStageId} />
        </div>
      )}
    </>
  );
}
