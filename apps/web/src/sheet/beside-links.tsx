import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { commentsQuery } from '../api/comments';
import { evidenceQuery } from '../api/evidence';
import { useSession } from '../frame/session';
import { Icon } from '../parts';
import type { IconName } from '../parts';
import { useWords } from '../words';
import { showPlace } from './show-place';

/** The ways from the rail to what lies under the form, with how much there is. */
export function BesideLinks({ taskStageId }: { readonly taskStageId: string }): ReactElement {
  const { outsider } = useSession();
  const evidence = useQuery(evidenceQuery(taskStageId));
  const comments = useQuery({ ...commentsQuery(taskStageId), enabled: !outsider });
  return (
    <>
      <Way to="evidence" icon="clip" count={evidence.data?.pieces.length} />
      {!outsider && <Way to="comments" icon="talk" count={comments.data?.total} />}
    </>
  );
}

interface WayProps {
  readonly to: 'evidence' | 'comments';
  readonly icon: IconName;
  readonly count: number | undefined;
}

function Way({ to, icon, count }: WayProps): ReactElement {
  const say = useWords('sheet-page');
  return (
    <button type="button" className="link" onClick={() => showPlace(to)}>
      <Icon name={icon} />
      {say(`links.${to}`)}
      {count !== undefined && ` ${count}`}
    </button>
  );
}
