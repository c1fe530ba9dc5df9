import type { ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CycleList, CycleView } from '../api';
import { Icon, PageTitle, useFormats } from '../parts';
import { SubNav } from '../parts/sub-nav';
import { useWords } from '../words';
import { SubmissionBoardCard } from './board/submission-board';
import { Submissions } from './board/submissions';
import { YearCalendar } from './calendar/year-calendar';
import { CreateCycle } from './create-cycle';
import { Facts } from './facts';
import { OpenNow } from './open-now';
import { Reopen } from './reopen';
import { ChainEditor } from './settings/chain-editor';
import { ConflictPanel } from './settings/conflict-panel';
import { DatesEditor } from './settings/dates-editor';
import { Extensions } from './settings/extensions';
import { FieldsEditor } from './settings/fields-editor';
import { LeaveUnsaved } from './settings/leave-unsaved';
import { SaveBar } from './settings/save-bar';
import { useCycleDraft } from './use-cycle-draft';
import { useSession } from '../frame/session';
import type { CycleEditor } from './use-cycle-draft';
import { CYCLE } from './words';

const VIEWS = ['progress', 'dates', 'chain', 'fields', 'extensions'] as const;
type View = (typeof VIEWS)[number];

interface ScreenProps {
  readonly list: CycleList;
  readonly cycle: CycleView;
}

/** One cycle: what runs and who is late, and the settings, each under an address of its own. */
export function CycleScreen({ list, cycle }: ScreenProps): ReactElement {
  const say = useWords(CYCLE);
  const { fullDay } = useFormats();
  const { roles } = useSession();
  const editor = useCycleDraft(cycle);
  const [params] = useSearchParams();
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'progress';
  return (
    <div className="cycle">
      <div className="head">
        <div>
          <p className="sub">
            {list.planTitle}
            {'　'}
            <span className="nb">{say('as_of', { date: fullDay(list.today) })}</span>
          </p>
          <PageTitle tab={say('title')}>{say('title')}</PageTitle>
        </div>
        <div className="ctl">
          <CycleChoice list={list} cycle={cycle} />
          <CreateCycle list={list} />
          {editor.mayEdit && <OpenNow cycle={cycle} />}
          {roles.includes('planner') && <Reopen cycle={cycle} />}
        </div>
      </div>
      <Facts list={list} cycle={cycle} />
      <SubNav
        label={say('views')}
        entries={VIEWS.map((one) => ({
          key: one,
          to: one === 'progress' ? '?' : `?view=${one}`,
          name: say(`view.${one}`),
          current: one === view,
          note: countOf(one, editor) > 0 && (
            <span className="count">{say('view.changed', { number: countOf(one, editor) })}</span>
          ),
        }))}
      />
      <ConflictPanel editor={editor} />
      <LeaveUnsaved editor={editor} />
      <Part view={view} list={list} editor={editor} />
      {view !== 'progress' && view !== 'extensions' && <SaveBar editor={editor} />}
    </div>
  );
}

function Part({
  view,
  list,
  editor,
}: {
  readonly view: View;
  readonly list: CycleList;
  readonly editor: CycleEditor;
}): ReactElement {
  switch (view) {
    case 'progress':
      return (
        <>
          <YearCalendar list={list} editor={editor} />
          <SubmissionBoardCard
            fiscalYear={editor.cycle.fiscalYear}
            openYears={list.cycles
              .filter(({ state }) => state === 'open')
              .map(({ fiscalYear }) => fiscalYear)}
            today={list.today}
          />
          <Submissions fiscalYear={editor.cycle.fiscalYear} today={list.today} />
        </>
      );
    case 'dates':
      return <DatesEditor editor={editor} />;
    case 'chain':
      return <ChainEditor editor={editor} />;
    case 'fields':
      return <FieldsEditor editor={editor} />;
    case 'extensions':
      return <Extensions editor={editor} />;
  }
}

const FIELDS: Readonly<Record<View, RegExp | null>> = {
  progress: null,
  dates: /^(stages|phases)\.|^closesOn$|^labourUnitCost$/,
  chain: /^chain\./,
  fields: /^fieldDuties\./,
  extensions: null,
};

/** Unsaved changes of a view, shown at its name so that none is forgotten. */
function countOf(view: View, { changes, unread }: CycleEditor): number {
  const pattern = FIELDS[view];
  if (pattern === null) return 0;
  const fields = new Set([...changes.map(({ field }) => field), ...Object.keys(unread)]);
  return [...fields].filter((field) => pattern.test(field)).length;
}

function CycleChoice({ list, cycle }: ScreenProps): ReactElement {
  const say = useWords(CYCLE);
  const { year } = useFormats();
  const navigate = useNavigate();
  return (
    <label className="btn choice">
      <span className="sr">{say('choose')}</span>
      <select value={cycle.fiscalYear} onChange={(event) => void navigate(`/cycle/${event.target.value}`)}>
        {[...list.cycles]
          .sort((one, other) => other.fiscalYear - one.fiscalYear)
          .map(({ fiscalYear, state }) => (
            <option key={fiscalYear} value={fiscalYear}>
              {say('choose.option', { year: year(fiscalYear), state: say(`state.${state}`) })}
            </option>
          ))}
      </select>
      <Icon name="open" small />
    </label>
  );
}
