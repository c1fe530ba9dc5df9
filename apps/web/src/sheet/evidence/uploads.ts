import { isProblem, queryClient, Unreachable, whenLeaving } from '../../api';
import { evidenceFilesPath, evidenceQuery } from '../../api/evidence';
import { sendFile } from '../../api/send-file';
import type { EvidenceList } from '../../api';
import { faultOf } from './file-check';
import type { FileFault } from './file-check';

/** A file on its way to the server, or one that did not get there. */
export interface Upload {
  /** The same for every try, so that what arrived although nobody heard of it is not added twice. */
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed' | 'refused';
  readonly sent: number;
  readonly total: number;
  /** Why it is not sent: seen here, or said by the server. */
  readonly fault: FileFault | null;
  readonly error: unknown;
}

const NONE: readonly Upload[] = [];

/** After so long, in ms, what failed is sent again, also when the line itself was never away; each time after twice as long. */
const [FIRST_AGAIN, LONGEST_AGAIN] = [5000, 60_000];

/**
 * The files of one person for one sheet that are being sent, one after the other. They live outside the page, which is new in every
 * state of the sheet; leaving the product is asked about while there are any.
 */
class EvidenceUploads {
  private uploads = NONE;
  private readonly listeners = new Set<() => void>();
  private broken: AbortController | null = null;
  private ended = false;
  private againAfter = FIRST_AGAIN;

  constructor(private readonly taskStageId: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Upload[] => this.uploads;

  /** Looks at the files and sends those that can be taken. */
  async add(files: readonly File[], largest: number): Promise<void> {
    const begun = await Promise.all(
      files.map(async (file): Promise<Upload> => {
        const fault = await faultOf(file, largest);
        const state = fault === null ? 'waiting' : 'refused';
        return { key: crypto.randomUUID(), file, state, sent: 0, total: file.size, fault, error: null };
      }),
    );
    if (this.ended) return;
    this.set([...this.uploads, ...begun]);
    void this.sendNext();
  }

  /** Also breaks off what is under way. */
  drop(key: string): void {
    const [first] = this.uploads.filter(({ state }) => state === 'sending');
    this.set(this.uploads.filter((upload) => upload.key !== key));
    if (first?.key === key) this.broken?.abort(new DOMException('dropped', 'AbortError'));
  }

  retry(key: string): void {
    this.change(key, { state: 'waiting', sent: 0, error: null });
    void this.sendNext();
  }

  /** Whose files they are has left: nothing of them is sent any more. */
  end(): void {
    this.ended = true;
    this.set(NONE);
    this.broken?.abort(new DOMException('left', 'AbortError'));
  }

  /** What failed for want of a connection goes out again by itself. */
  readonly retryFailed = (): void => {
    for (const { key, state } of this.uploads) if (state === 'failed') this.retry(key);
  };

  private sendAgainLater(): void {
    setTimeout(this.retryFailed, this.againAfter);
    this.againAfter = Math.min(this.againAfter * 2, LONGEST_AGAIN);
  }

  private async sendNext(): Promise<void> {
    if (this.uploads.some(({ state }) => state === 'sending')) return;
    const next = this.uploads.find(({ state }) => state === 'waiting');
    if (!next) return;
    await this.send(next);
    void this.sendNext();
  }

  private async send({ key, file }: Upload): Promise<void> {
    const broken = new AbortController();
    this.broken = broken;
    this.change(key, { state: 'sending', sent: 0 });
    try {
      const list = await sendFile<EvidenceList>({
        path: evidenceFilesPath(this.taskStageId),
        file,
        fields: { key },
        onProgress: (sent, total) => this.change(key, { sent, total }),
        signal: broken.signal,
      });
      if (this.ended) return;
      this.againAfter = FIRST_AGAIN;
      queryClient.setQueryData(evidenceQuery(this.taskStageId).queryKey, list);
      void queryClient.invalidateQueries({ queryKey: ['evidence'] });
      this.set(this.uploads.filter((upload) => upload.key !== key));
    } catch (error) {
      if (broken.signal.aborted) return;
      // A refusal stays one; a server that stumbled or was not reached may take it next time.
      const again = error instanceof Unreachable || (isProblem(error) && error.status >= 500);
      this.change(key, { state: again ? 'failed' : 'refused', error });
      if (again) this.sendAgainLater();
    }
  }

  private change(key: string, change: Partial<Upload>): void {
    this.set(this.uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    if (hasOpen(uploads)) {
      window.addEventListener('beforeunload', askBeforeLeaving);
      window.addEventListener('online', this.retryFailed);
    } else {
      window.removeEventListener('beforeunload', askBeforeLeaving);
      window.removeEventListener('online', this.retryFailed);
    }
    for (const listener of this.listeners) listener();
  }
}

/** On their way, or to be sent again: not yet with the server. */
export const hasOpen = (uploads: readonly Upload[]): boolean =>
  uploads.some(({ state }) => state !== 'refused');

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

const everywhere = new Map<string, EvidenceUploads>();

/** The uploads of one person for one sheet, the same ones wherever they are asked for. */
export function evidenceUploads(personId: string, taskStageId: string): EvidenceUploads {
  const key = `${personId} ${taskStageId}`;
  const known = everywhere.get(key) ?? new EvidenceUploads(taskStageId);
  everywhere.set(key, known);
  return known;
}

whenLeaving(() => {
  for (const uploads of everywhere.values()) uploads.end();
  everywhere.clear();
});
