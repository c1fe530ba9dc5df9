import { useState } from 'react';
import type { ReactElement } from 'react';
import type { IndicatorView, SectionReport } from '../api';
import { Button, useFormats } from '../parts';
import type { Formats } from '../parts';
import { useWords } from '../words';
import { draftOpinion, leftOut } from './draft-opinion';
import { SECTION_REVIEW } from './words';

/** What the field takes. */
const LONGEST = 4000;

interface DraftButtonProps {
  readonly report: SectionReport;
  /** What stands in the opinion now. */
  readonly opinion: string;
  readonly onDraft: (opinion: string) => void;
}

/** Puts a draft of the opinion together; what is written already stays above it. */
export function DraftButton({ report, opinion, onDraft }: DraftButtonProps): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const parts = useWords('parts');
  const formats = useFormats();
  const [told, setTold] = useState<'draft.told' | 'draft.full' | null>(null);
  const left = leftOut(report);
  const draft = () => {
    const text = draftOpinion(report, {
      say,
      formats,
      status: (code) => parts(`status.${code}`),
      value: (indicator, value) => valueOf(indicator, value, formats),
    });
    const whole = opinion.trim() === '' ? text : `${opinion.trimEnd()}\n${text}`;
    if ([...whole].length > LONGEST) return setTold('draft.full');
    onDraft(whole);
    setTold('draft.told');
  };
  return (
    <p className="sbs-draft">
      <Button icon="pen" onClick={draft}>
        {say('draft')}
      </Button>
      <span className="sub" role="status">
        {told !== null && say(told)}
        {told === 'draft.told' && left.length > 0 && say('draft.left_out', { list: formats.list(left) })}
      </span>
    </p>
  );
}

/** 47.5％, 5,700人; a milestone in its own word. */
function valueOf({ unit }: IndicatorView, value: string, { number, percent }: Formats): string {
  if (!/^[+-]?\d/.test(value)) return value;
  return /^[%％]$/.test(unit) ? percent(number(value)) : `${number(value)}${unit}`;
}
