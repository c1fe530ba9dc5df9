import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { historyQuery } from '../api';
import type { History } from '../api';
import { Dialog, Failed, Loading, useFormats } from '../parts';
import { useWords } from '../words';
import { useChangeEntries } from './change-entries';
import type { ChangesOf } from './change-entries';
import { ChangeView } from './change-view';

interface HistoryDialogProps {
  readonly sheet: ChangesOf & { readonly taskStageId: string };
  readonly onClose: () => void;
}

/** Every version with what it changed, newest first. */
export default function HistoryDialog({ sheet, onClose }: HistoryDialogProps): ReactElement {
  const say = useWords('sheet-page');
  const { data, error, refetch } = useQuery(historyQuery(sheet.taskStageId));
  return (
    <Dialog title={say('history.title')} open onClose={onClose} wide>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data?.versions.length === 0 && <p>{say('history.empty')}</p>}
      {data && (
        <ol className="history">
          {[...data.versions]
            .sort((one, other) => other.number - one.number)
            .map((version) => (
              <Version key={version.number} version={version} sheet={sheet} />
            ))}
        </ol>
      )}
    </Dialog>
  );
}

interface VersionProps {
  readonly version: History['versions'][number];
  readonly sheet: ChangesOf;
}

function Version({ version, sheet }: VersionProps): ReactElement {
  const say = useWords('sheet-page');
  const { fullDay, time } = useFormats();
  const entries = useChangeEntries()(version.changes, sheet);
  const changes = entries.map((entry) => (
    <ChangeView
      key={entry.key}
      entry={entry}
      before={say('history.before')}
      after={say('history.after')}
      first={version.number === 1}
      level={4}
    />
  ));
  return (
    <li>
      <h3>
        {say('history.version', { number: version.number })}　{say(`history.${version.cause}`)}
      </h3>
      <p className="sub">
        {fullDay(version.businessDate)} {time(version.at)}
        {version.personName && `　${version.personName}`}
      </p>
      {entries.length === 0 && <p className="sub">{say('history.nothing')}</p>}
      {version.number === 1 && entries.length > 0 ? (
        // Nothing was there before: what was written first is no change, and seldom looked for.
        <details>
          <summary>{say('history.first', { count: version.changes.length })}</summary>
          {changes}
        </details>
      ) : (
        changes
      )}
    </li>
  );
}
