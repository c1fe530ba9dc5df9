import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { cycleQuery, cyclesQuery, openCycle } from '../api/cycles';
import type { CycleView } from '../api';
import { Button, useFormats } from '../parts';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { CYCLE } from './words';

/** Opens a cycle today instead of on its date, after saying who gets what. */
export function OpenNow({ cycle }: { readonly cycle: CycleView }): ReactElement | null {
  const say = useWords(CYCLE);
  const { year, number, fullDay } = useFormats();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const start = useMutation({
    mutationFn: () => openCycle(cycle.fiscalYear),
    onSuccess: async (opened) => {
      queries.setQueryData(cycleQuery(cycle.fiscalYear).queryKey, opened);
      setOpen(false);
      await queries.invalidateQueries({ queryKey: cyclesQuery.queryKey });
    },
  });
  if (cycle.state !== 'scheduled' && cycle.state !== 'draft') return null;
  const { preview } = cycle;
  const opensOn = cycle.stages[0]?.effectiveOpensOn;
  return (
    <>
      <Button icon="flag" onClick={() => setOpen(true)}>
        {say('open')}
      </Button>
      <ConfirmDialog
        title={say('open.title', { year: year(cycle.fiscalYear) })}
        open={open}
        keep={say('cancel')}
        act={say('open.do')}
        busy={start.isPending && say('open.opening')}
        error={start.error}
        onAct={() => start.mutate()}
        onClose={() => setOpen(false)}
      >
        <ul className="open-facts">
          <li>
            <Sentence
              of={CYCLE}
              say="open.gets"
              values={{ sheets: number(preview.sheets), departments: number(preview.departments) }}
            />
          </li>
          <li>{say('open.letters')}</li>
          {preview.itemsWithoutLead.length > 0 && (
            <li>{say('open.left_out', { number: preview.itemsWithoutLead.length })}</li>
          )}
          {opensOn !== undefined && <li>{say('open.otherwise', { date: fullDay(opensOn) })}</li>}
        </ul>
      </ConfirmDialog>
    </>
  );
}
