import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { planQuery } from '../api';
import { createCycle, cycleQuery, cyclesQuery } from '../api/cycles';
import type { CycleList } from '../api';
import { useSession } from '../frame/session';
import { Button, useFormats } from '../parts';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { useWords } from '../words';
import { nextYear } from './next-year';
import { CYCLE } from './words';

/** Makes the cycle of the following year before the scheduler does; its settings come from the newest one. */
export function CreateCycle({ list }: { readonly list: CycleList }): ReactElement | null {
  const say = useWords(CYCLE);
  const { year } = useFormats();
  const { roles } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const plan = useQuery(planQuery);
  const next = plan.data && nextYear(list, plan.data);
  const make = useMutation({
    mutationFn: (fiscalYear: number) => createCycle(fiscalYear),
    onSuccess: async (made) => {
      queries.setQueryData(cycleQuery(made.fiscalYear).queryKey, made);
      await queries.invalidateQueries({ queryKey: cyclesQuery.queryKey, exact: true });
      setOpen(false);
      await navigate(`/cycle/${made.fiscalYear}`);
    },
  });
  const waiting = list.cycles.some(({ state }) => state === 'scheduled' || state === 'draft');
  if (!roles.includes('planner') || waiting || next == null) return null;
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {say('create', { year: year(next) })}
      </Button>
      <ConfirmDialog
        title={say('create', { year: year(next) })}
        open={open}
        keep={say('cancel')}
        act={say('create.make')}
        busy={make.isPending && say('create.making')}
        error={make.error}
        onAct={() => make.mutate(next)}
        onClose={() => setOpen(false)}
      >
        <p>{say('create.explain', { year: year(next) })}</p>
      </ConfirmDialog>
    </>
  );
}
