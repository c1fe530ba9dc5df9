import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { isProblem, queryClient, sheetQuery, submitSheet, withdrawSheet } from '../api';
import type { Sheet } from '../api';
import { useSession } from '../frame/session';
import { later, Loading, Notice, useErrorSentence } from '../parts';
import { ActionBar } from './action-bar';
import { questionsOf } from './answers';
import { DeskContext } from './desk';
import { evidenceUploads, hasOpen } from './evidence/uploads';
import { EVIDENCE } from './evidence/words';
import { FormIntro } from './form-intro';
import { NotApplicableDialog } from './not-applicable-dialog';
import { Paper } from './paper';
import { PreviewDialog } from './preview-dialog';
import { QuestionCard } from './question';
import { Rail } from './rail';
import { SheetHead } from './sheet-head';
import { showPlace } from './show-place';
import { SheetNews } from './sheet-news';
import type { News } from './sheet-news';
import { unfinishedPlaces } from './unfinished-places';
import { useDeskOf } from './use-desk-of';
import { useShortcuts } from './use-shortcuts';
import { useWords } from '../words';

const SectionFacts = later(() => import('./section-facts'), <Loading />);
const HistoryDialog = later(() => import('./history-dialog'));
const ConflictPanel = later(() => import('./conflict-panel'));
const BesideForm = later(() => import('./beside-form'));

type Opened = 'history' | 'preview' | 'conflict' | 'notApplicable' | null;

interface SheetViewProps {
  readonly sheet: Sheet;
  /** What was just done to it; it outlives the desk, which is new in every state. */
  readonly news: News | null;
  readonly onNews: (news: News) => void;
}

/** The sheet with its form, its rail and its action bar. */
export function SheetView({ sheet, news, onNews }: SheetViewProps): ReactElement {
  const sentence = useErrorSentence();
  const evidence = useWords(EVIDENCE);
  const { person } = useSession();
  const { desk, keeper, unfinished, ask } = useDeskOf(sheet);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const { save } = desk.draft;

  const tell = async (what: News) => {
    onNews(what);
    await refresh(sheet.taskStageId);
  };
  const submit = useMutation({
    mutationFn: async () => {
      if (hasOpen(evidenceUploads(person.id, sheet.taskStageId).snapshot())) return 'uploads';
      await keeper.flush();
      if (keeper.hasUnsaved()) return false;
      const { version, missing } = keeper.snapshot();
      if (missing.length > 0 || unfinishedPlaces(unfinished.snapshot()).length > 0) return false;
      await submitSheet(sheet.taskStageId, version);
      return true;
    },
    onSuccess: (done) => {
      if (done === 'uploads') showPlace('evidence');
      else if (done) return tell('submitted');
      else ask();
    },
    onError: (error) => {
      if (!isProblem(error, 422)) return;
      keeper.showMissing(
        error.places.map(({ field, code }) => ({ field: field ?? '', code: code.replace(/^missing\./, '') })),
      );
      ask();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => withdrawSheet(sheet.taskStageId, desk.draft.version),
    onSuccess: () => tell('withdrawn'),
  });
  useShortcuts({ save: () => void keeper.flush(), submit: () => desk.editable && submit.mutate() });
  const failure = withdraw.error ?? (isProblem(submit.error, 422) ? null : submit.error);

  return (
    <DeskContext value={desk}>
      <div className="on-screen sheet-page">
        <SheetHead sheet={sheet} />
        <SheetNews news={news} />
        {failure && (
          <Notice tone="bad" role="alert">
            {sentence(failure)}
          </Notice>
        )}
        {submit.data === 'uploads' && (
          <Notice tone="warn" role="alert">
            {evidence('open_uploads')}
          </Notice>
        )}
        {sheet.stage === 'review' && <SectionFacts />}
        <div className="cols">
          <div className="form">
            <FormIntro />
            {questionsOf(sheet).map((question, at) => (
              <QuestionCard key={question.id} question={question} number={at + 1} />
            ))}
          </div>
          <Rail
            onHistory={() => setOpened('history')}
            onPreview={() => setOpened('preview')}
            onNotApplicable={() => setOpened('notApplicable')}
          />
          <div className="beside-form">
            <BesideForm />
          </div>
        </div>
        <ActionBar
          submitting={submit.isPending}
          withdrawing={withdraw.isPending}
          onConflict={() => setOpened('conflict')}
          onPreview={() => setOpened('preview')}
          onSubmit={() => (save.kind === 'conflict' ? setOpened('conflict') : submit.mutate())}
          onWithdraw={() => withdraw.mutate()}
        />
        {opened === 'history' && <HistoryDialog sheet={sheet} onClose={close} />}
        {opened === 'preview' && <PreviewDialog onClose={close} />}
        {opened === 'conflict' && save.kind === 'conflict' && (
          <ConflictPanel keeper={keeper} conflict={save.conflict} onClose={close} />
        )}
        {opened === 'notApplicable' && (
          <NotApplicableDialog
            flush={() => keeper.flush()}
            onClose={close}
            onDone={() => tell('not_applicable')}
          />
        )}
      </div>
      <div className="on-paper">
        <Paper />
      </div>
    </DeskContext>
  );
}

/** The sheet in its new state, and every list that shows it. */
async function refresh(taskStageId: string): Promise<void> {
  await queryClient.fetchQuery({ ...sheetQuery(taskStageId), staleTime: 0 });
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'sheet',
  });
}
