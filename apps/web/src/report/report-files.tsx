import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { SectionReport } from '../api';
import { Icon, Notice, Popover, saveFile } from '../parts';
import { useLanguage } from '../words';
import { Column } from './paper';
import type { PaperBlock } from './paper';
import { useWriting } from './report-writing';

interface FilesProps {
  readonly report: SectionReport;
  /** The paper, and what its pages have in their footer. */
  readonly blocks: readonly PaperBlock[];
  readonly footer: string;
}

/** The paper for a word processor, its items for a spreadsheet program, and the whole report as data. */
export function ReportFiles({ report, blocks, footer }: FilesProps): ReactElement {
  const { say } = useWriting();
  const [word, setWord] = useState<'none' | 'being_made' | 'made' | 'failed'>('none');
  const { fiscalYear, section } = report;
  const address = `/api/reports/${fiscalYear}/sections/${encodeURIComponent(section.key)}`;
  const name = `section-report-${fiscalYear}-${section.number}`;
  const title = `${say('head.kind')} ${section.number} ${section.title}`;
  return (
    <>
      <Popover
        className="report-files"
        summary={
          <>
            <Icon name="download" small />
            {say('tools.files')}
          </>
        }
      >
        <ul>
          <li>
            <button type="button" aria-disabled={word === 'being_made'} onClick={() => setWord('being_made')}>
              {say('tools.file.docx')}
            </button>
          </li>
          {(['xlsx', 'csv', 'json'] as const).map((format) => (
            <li key={format}>
              <a
                href={format === 'json' ? address : `${address}/file?format=${format}`}
                download={format === 'json' ? `${name}.json` : true}
              >
                {say(`tools.file.${format}`)}
              </a>
            </li>
          ))}
        </ul>
        <div role="status">
          {(word === 'being_made' || word === 'made') && <p>{say(`word.${word}`)}</p>}
          {word === 'failed' && <Notice tone="bad">{say('word.failed')}</Notice>}
        </div>
      </Popover>
      {word === 'being_made' && (
        <PaperForWord
          blocks={blocks}
          title={title}
          footer={footer}
          name={name}
          done={(made) => setWord(made ? 'made' : 'failed')}
        />
      )}
    </>
  );
}

interface PaperForWordProps extends Omit<FilesProps, 'report'> {
  readonly title: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly done: (made: boolean) => void;
}

/** The paper once more, unseen and in one column: what the Word file is made from. */
function PaperForWord(props: PaperForWordProps): ReactElement {
  const language = useLanguage();
  const column = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || column.current === null) return;
    begun.current = true;
    const { title, footer, name, done } = props;
    makeWordFile(column.current, { title, footer, language }, name).then(
      () => done(true),
      () => done(false),
    );
  }, [props, language]);
  return (
    <div ref={column} hidden>
      <Column blocks={props.blocks} />
    </div>
  );
}

/** The writer of Word files is larger than the rest of the product; it comes when it is asked for. */
async function makeWordFile(
  column: HTMLElement,
  paper: { readonly title: string; readonly footer: string; readonly language: string },
  name: string,
): Promise<void> {
  const { wordFile } = await import('./word/word-file');
  saveFile(await wordFile(column, paper), `${name}.docx`);
}
