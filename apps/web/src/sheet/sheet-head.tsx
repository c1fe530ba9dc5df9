import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Sheet } from '../api';
import { Crumbs, PageTitle, useFormats, useSubjectTitle } from '../parts';
import { useOrigin } from '../parts/use-origin';
import { useWords } from '../words';
import { StageOverview } from './stage-wheel';
import { Supporting } from './supporting';

/** What the sheet is about, whose it is, and where in the year it stands. */
export function SheetHead({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const say = useWords('sheet-page');
  const parts = useWords('parts');
  const { subject } = sheet;
  const origin = useOrigin();
  // Its title stands below, as the sheet’s.
  const fromItem = origin?.to.startsWith('/items/') ?? false;
  const title = useSubjectTitle()(subject);
  return (
    <>
      <Crumbs>
        {[
          <Link key="from" to={origin?.to ?? '/'}>
            {fromItem ? say('head.item') : (origin?.name ?? say('head.today'))}
          </Link>,
          <Link key="section" to={`/plan/${encodeURIComponent(subject.sectionKey)}`}>
            {subject.sectionLabel}
          </Link>,
          subject.programLabel,
        ]}
      </Crumbs>
      <div className="s-head">
        <div>
          <PageTitle tab={say('tab', { stage: parts(`stage.${sheet.stage}`), title })}>{title}</PageTitle>
          <Facts sheet={sheet} />
        </div>
        <StageOverview sheet={sheet} />
      </div>
    </>
  );
}

function Facts({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const say = useWords('sheet-page');
  const { year } = useFormats();
  const { fiscalYear, stage, subject, role, departmentName, leadDepartmentName, supporting } = sheet;
  const reviewedNext = stage !== 'plan' && stage !== 'do';
  return (
    <dl className="meta">
      <div>
        <dt>{say('head.year')}</dt>
        <dd>
          {reviewedNext
            ? say('head.year_next', { year: year(fiscalYear), next: year(fiscalYear + 1) })
            : say('head.year_same', { year: year(fiscalYear) })}
        </dd>
      </div>
      <div>
        <dt>{say(subject.kind === 'indicator' ? 'head.owner' : 'head.lead')}</dt>
        <dd>{leadDepartmentName ?? departmentName}</dd>
      </div>
      {role === 'support' && (
        <div>
          <dt>{say('head.own')}</dt>
          <dd>{departmentName}</dd>
        </div>
      )}
      {supporting.length > 0 && (
        <div>
          <dt>{say('head.support')}</dt>
          <dd>
            <Supporting supporting={supporting} />
          </dd>
        </div>
      )}
    </dl>
  );
}
