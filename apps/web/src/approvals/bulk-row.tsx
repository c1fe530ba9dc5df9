import type { ReactElement } from 'react';
import type { ApprovalRow, ApprovalView } from '../api';
import { StageMark, SubjectPlace, useSubjectTitle } from '../parts';
import { isAnswered } from '../sheet/answers';
import { useChangeEntries } from '../sheet/change-entries';
import type { ChangeEntry } from '../sheet/change-entries';
import { ConcernText } from '../sheet/concern-text';
import { useWords } from '../words';
import { excerpts } from './excerpts';
import { useShortAnswer } from './use-short-answer';

interface BulkRowProps {
  readonly row: ApprovalRow;
  readonly document: ApprovalView | undefined;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

/** One sheet of the summary: where it belongs, and each change from what to what. */
export function BulkRow({ row, document, chosen, onChoose }: BulkRowProps): ReactElement {
  const say = useWords('approvals');
  const title = useSubjectTitle()(row.subject);
  const entriesOf = useChangeEntries();
  const entries = document ? entriesOf(document.changes, document) : [];
  return (
    <li>
      <label className="tick">
        <input type="checkbox" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
        <span>
          <b>{title}</b>
          <span className="sub bulk-place">
            <SubjectPlace subject={row.subject} />
            {row.role === 'support' && `・${say('queue.support')}`}
          </span>
        </span>
      </label>
      <div className="bulk-what">
        <StageMark stage={row.stage} />
        {document === undefined && <p className="sub">…</p>}
        {document && entries.length === 0 && <p className="sub">{say('bulk.nothing')}</p>}
        {entries.length > 0 && (
          <dl className="bulk-changes">
            {entries.map((entry) => (
              <div key={entry.key}>
                <dt>{entry.title}</dt>
                <dd>
                  <Change entry={entry} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {document?.concerns.map((concern, at) => (
          <p className="bulk-concern" key={at}>
            <ConcernText concern={concern} />
          </p>
        ))}
      </div>
    </li>
  );
}

/** From what to what, in a line each; the reason of a grade stands behind it. */
function Change({ entry }: { readonly entry: ChangeEntry }): ReactElement {
  const say = useWords('approvals');
  const short = useShortAnswer();
  const { change, reason, unit } = entry;
  const shown = { field: change.field, type: change.type, unit };
  const { before, after } = excerpts(short(shown, change.before), short(shown, change.after));
  const text = reason && excerpts('', short({ ...shown, type: reason.type }, reason.after)).after;
  return (
    <>
      {isAnswered(change.before) && (
        <>
          <span className="sr">{say('bulk.before')}</span>
          <span className="bulk-was">{before}</span>
          <span aria-hidden="true"> → </span>
          <span className="sr">{say('bulk.after')}</span>
        </>
      )}
      <b>{after}</b>
      {text && <span className="sub">　{text}</span>}
    </>
  );
}
