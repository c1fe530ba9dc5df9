import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { SectionReport } from '../api';
import { Button, Icon, Notice, Popover, saveFile } from '../parts';
import { useLanguage } from '../words';
import { Column } from './paper';
import type { PaperBlock } from './paper';
import { useWriting } from './report-writing';
import { paperHtml } from './word/paper-html';
import { NUMBER_MARKS, TEXT_WIDTH } from './word/word-page';
import type { WordPaper } from './word/word-document';

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
  // As the server names its files.
  const name = `${say('head.kind')}_${fiscalYear}_${section.number} ${section.title}_${report.asOf}`;
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
            <Button
              kind="quiet"
              busy={word === 'being_made' && say('word.being_made')}
              onClick={() => setWord('being_made')}
            >
              {say('tools.file.docx')}
            </Button>
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
      </Popover>
      {/* Beside the popover, which closes at a press outside. */}
      <div role="status" className="report-word">
        {(word === 'being_made' || word === 'made') && <p>{say(`word.${word}`)}</p>}
        {word === 'failed' && <Notice tone="bad">{say('word.failed')}</Notice>}
      </div>
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
  const { say } = useWriting();
  const language = useLanguage();
  const column = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || column.current === null) return;
    begun.current = true;
    const { title, footer, name, done } = props;
    const pageNumber = say('page.number', NUMBER_MARKS);
    makeWordFile(column.current, { title, footer, pageNumber, language }, name).then(
      () => done(true),
      () => done(false),
    );
  }, [props, language, say]);
  return (
    <div ref={column} hidden>
      <Column blocks={props.blocks} />
    </div>
  );
}

/**
 * The paper is read at once, as it stands; the writer of Word files, which is larger than the rest of the product, comes
 * only then.
 */
async function makeWordFile(
  column: HTMLElement,
  paper: Omit<WordPaper, 'html'>,
  name: string,
): Promise<void> {
  const [html, { wordDocument }] = await Promise.all([
    paperHtml(column, TEXT_WIDTH),
    import('./word/word-document'),
  ]);
  saveFile(await wordDocument({ html, ...paper }), `${name}.docx`);
}
