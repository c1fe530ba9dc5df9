import type { ReactElement } from 'react';
import { DraftButton } from '../section-review/draft-button';
import SectionSheets from '../section-review/section-sheets';
import { useDesk } from './desk';

/** What the section's grade and opinion are drafted from, above the form that takes them. */
export default function SectionFacts(): ReactElement {
  const { sheet, answers, editable, edit } = useDesk();
  return (
    <SectionSheets fiscalYear={sheet.fiscalYear} sectionKey={sheet.subject.key}>
      {(report) =>
        editable && (
          <DraftButton
            report={report}
            opinion={answers.opinion ?? ''}
            onDraft={(opinion) => edit({ opinion })}
          />
        )
      }
    </SectionSheets>
  );
}
