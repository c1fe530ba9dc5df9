import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isProblem } from '../api';
import { cycleQuery, cyclesQuery, editCycle } from '../api/cycles';
import type { CycleView, Problem } from '../api';
import { useSession } from '../frame/session';
import { changesBetween, draftOf, editOf, mergeDrafts } from './cycle-draft';
import type { CycleDraft, DraftChange } from './cycle-draft';

/** What another person saved while this draft was open. */
export interface Conflict {
  readonly latest: CycleDraft;
  readonly theirs: readonly DraftChange[];
}

export interface CycleEditor {
  readonly cycle: CycleView;
  readonly mayEdit: boolean;
  /** As it was read. */
  readonly base: CycleDraft;
  readonly draft: CycleDraft;
  readonly changes: readonly DraftChange[];
  /** What stands in fields and cannot be read, by their names: it is in no draft, and nothing is saved beside it. */
  readonly unread: Readonly<Record<string, string>>;
  /** Keeps what cannot be read; null when the field can be again. */
  readonly keepUnread: (field: string, text: string | null) => void;
  readonly change: (draft: CycleDraft) => void;
  /** Counts up when the draft changes by something else than typing, so that inputs show it. */
  readonly round: number;
  readonly reset: () => void;
  readonly save: () => void;
  readonly saving: boolean;
  readonly saved: boolean;
  readonly error: unknown;
  readonly problem: Problem | null;
  readonly conflict: Conflict | null;
  readonly takeBoth: () => void;
  readonly takeTheirs: () => void;
}

/** A cycle being edited: nothing typed is lost by looking at another part of the page or by another person's save. */
export function useCycleDraft(cycle: CycleView): CycleEditor {
  const queries = useQueryClient();
  const { roles } = useSession();
  const [base, setBase] = useState(() => draftOf(cycle));
  const [draft, setDraft] = useState(base);
  const [round, setRound] = useState(0);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const changes = useMemo(() => changesBetween(base, draft), [base, draft]);
  const nothingUnread = Object.keys(unread).length === 0;
  const start = (next: CycleDraft, mine = next) => {
    setBase(next);
    setDraft(mine);
    setConflict(null);
    setUnread({});
    setRound((before) => before + 1);
  };
  if (cycle.version !== base.version && changes.length === 0 && nothingUnread) start(draftOf(cycle));
  const meet = async () => {
    const latest = draftOf(await queries.fetchQuery({ ...cycleQuery(cycle.fiscalYear), staleTime: 0 }));
    setConflict({ latest, theirs: changesBetween(base, latest) });
  };
  const mutation = useMutation({
    mutationFn: () => editCycle(cycle.fiscalYear, editOf(draft, cycle)),
    onSuccess: (saved) => {
      start(draftOf(saved));
      queries.setQueryData(cycleQuery(cycle.fiscalYear).queryKey, saved);
      return queries.invalidateQueries({ queryKey: cyclesQuery.queryKey });
    },
    onError: (error) =>
      isProblem(error, 409) && error.code === 'cycle.changed_by_another' ? meet() : undefined,
  });
  const error = conflict ? null : mutation.error;
  return {
    cycle,
    mayEdit: roles.includes('planner') && cycle.state !== 'closed' && cycle.state !== 'published',
    base,
    draft,
    changes,
    unread,
    keepUnread: (field, text) =>
      setUnread(({ [field]: _before, ...others }) => (text === null ? others : { ...others, [field]: text })),
    change: (next) => {
      setDraft(next);
      if (mutation.isSuccess) mutation.reset();
    },
    round,
    reset: () => {
      mutation.reset();
      start(base);
    },
    save: () => nothingUnread && mutation.mutate(),
    saving: mutation.isPending,
    saved: mutation.isSuccess && changes.length === 0,
    error,
    problem: isProblem(error) ? error : null,
    conflict,
    takeBoth: () => conflict && start(conflict.latest, mergeDrafts(base, draft, conflict.latest)),
    takeTheirs: () => conflict && start(conflict.latest),
  };
}
