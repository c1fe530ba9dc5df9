import { useQuery } from '@tanstack/react-query';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { evidenceQuery } from '../../api/evidence';
import type { EvidenceList } from '../../api';
import { useSession } from '../../frame/session';
import { Button, Card, Failed, Icon, Loading } from '../../parts';
import { useWords } from '../../words';
import { EvidenceRow } from './evidence-row';
import { fileSize } from './file-check';
import { LinkForm } from './link-form';
import { UploadRow } from './upload-row';
import { evidenceUploads } from './uploads';
import { useIncomingFiles } from './use-incoming-files';
import './evidence.css';
import { EVIDENCE } from './words';

/** The kinds as a file dialog knows them; what is chosen all the same is looked at. */
const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.xlsx,.docx,.pptx,.txt,.csv,.tsv,text/plain,text/csv';

interface EvidenceCardProps {
  readonly taskStageId: string;
  /** The sheet is still being written by this person. */
  readonly editable: boolean;
}

/** 根拠資料: what the sheet rests on. Files come by choice, by drop or by paste. */
export function EvidenceCard({ taskStageId, editable }: EvidenceCardProps): ReactElement {
  const say = useWords(EVIDENCE);
  const { data: list, error, refetch } = useQuery(evidenceQuery(taskStageId));
  const count = list?.pieces.length ?? 0;
  return (
    <Card title={say('title')} end={list && <span className="sub">{say('count', { count })}</span>} bare>
      {error && !list && <Failed error={error} retry={() => void refetch()} />}
      {!list && !error && <Loading rows={2} />}
      {list && <Pieces taskStageId={taskStageId} list={list} mayAdd={editable && list.mayAdd} />}
    </Card>
  );
}

interface PiecesProps {
  readonly taskStageId: string;
  readonly list: EvidenceList;
  readonly mayAdd: boolean;
}

function Pieces({ taskStageId, list, mayAdd }: PiecesProps): ReactElement {
  const say = useWords(EVIDENCE);
  const { person } = useSession();
  const store = evidenceUploads(person.id, taskStageId);
  const uploads = useSyncExternalStore(store.subscribe, store.snapshot);
  const [news, setNews] = useState('');
  const [link, setLink] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const add = (files: readonly File[]) => void store.add(files, list.largestFile);
  const { over, handlers } = useIncomingFiles({
    enabled: mayAdd,
    onFiles: (files, how) => {
      add(how === 'pasted' ? files.map((file) => named(file, say)) : files);
      if (how === 'pasted') place.current?.scrollIntoView({ block: 'nearest' });
    },
    onAddress: setLink,
  });
  return (
    <div className={over ? 'evidence over' : 'evidence'} ref={place} {...handlers}>
      {list.pieces.length === 0 && uploads.length === 0 && (
        <p className="evidence-none">{say(mayAdd ? 'none_add' : 'none')}</p>
      )}
      {(list.pieces.length > 0 || uploads.length > 0) && (
        <ul className="evidence-list">
          {list.pieces.map((piece) => (
            <EvidenceRow key={piece.id} piece={piece} taskStageId={taskStageId} onNews={setNews} />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} uploads={store} largest={list.largestFile} />
          ))}
        </ul>
      )}
      <p className="sr" role="status">
        {news}
      </p>
      {mayAdd && <Adding list={list} onFiles={add} onLink={() => setLink('')} linking={link !== null} />}
      {mayAdd && link !== null && (
        <LinkForm
          key={link}
          taskStageId={taskStageId}
          url={link}
          onClose={() => setLink(null)}
          onAdded={(title) => {
            setNews(say('added_one', { title }));
            setLink(null);
          }}
        />
      )}
      {over && (
        <p className="evidence-over" aria-hidden="true">
          <Icon name="upload" />
          {say('drop')}
        </p>
      )}
    </div>
  );
}

interface AddingProps {
  readonly list: EvidenceList;
  readonly linking: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLink: () => void;
}

function Adding({ list, linking, onFiles, onLink }: AddingProps): ReactElement {
  const say = useWords(EVIDENCE);
  const input = useRef<HTMLInputElement>(null);
  const used = list.pieces.reduce((sum, { size }) => sum + size, 0);
  return (
    <div className="evidence-add">
      <div className="evidence-acts">
        <Button icon="upload" aria-describedby="evidence-limits" onClick={() => input.current?.click()}>
          {say('choose')}
        </Button>
        <Button icon="link" aria-expanded={linking} onClick={onLink}>
          {say('add_link')}
        </Button>
        <span className="sub evidence-how">{say('how')}</span>
      </div>
      <p className="sub" id="evidence-limits">
        {say('limits', {
          file: fileSize(list.largestFile),
          task: fileSize(list.largestTask),
          used: fileSize(used),
        })}
      </p>
      <input
        ref={input}
        className="sr"
        type="file"
        multiple
        accept={ACCEPTED}
        tabIndex={-1}
        aria-hidden="true"
        data-evidence
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen again after it was mended.
          target.value = '';
        }}
      />
    </div>
  );
}

/** A screenshot is called image.png by every program; the time tells one from the next. */
function named(file: File, say: ReturnType<typeof useWords>): File {
  if (!/^image\.\w+$/u.test(file.name)) return file;
  const [day = '', time = ''] = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
    .toISOString()
    .split('T');
  const at = `${day} ${time.slice(0, 8).replaceAll(':', '')}`;
  const ending = file.name.slice(file.name.lastIndexOf('.'));
  return new File([file], `${say('pasted', { at })}${ending}`, { type: file.type });
}
