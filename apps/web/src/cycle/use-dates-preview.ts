import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewDates } from '../api/cycles';
import type { DatesPreview } from '../api';
import { editOf } from './cycle-draft';
import type { CycleEditor } from './use-cycle-draft';

const PAUSE = 300;

/** What the dates of the draft would do, asked a moment after the last change; null while nothing is known. */
export function useDatesPreview({ cycle, draft }: CycleEditor, wanted: boolean): DatesPreview | null {
  const [asked, setAsked] = useState(draft);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(draft), PAUSE);
    return () => window.clearTimeout(timer);
  }, [draft]);
  const { data } = useQuery({
    queryKey: [
      'cycles',
      cycle.fiscalYear,
      'preview-dates',
      asked.version,
      asked.stages,
      asked.phases,
      asked.closesOn,
    ],
    queryFn: () => previewDates(cycle.fiscalYear, editOf(asked, cycle)),
    enabled: wanted && asked === draft,
    retry: false,
    placeholderData: (before) => before,
  });
  return data ?? null;
}
