import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { invalid } from '#errors';
import { type FileKind, officeKind, SIGNATURE_BYTES, signatureOf } from './evidence-kind.rules.js';
import { TextProbe } from './text-probe.js';
import { readWhole, writeWhole } from './whole-file.js';
import { zipEntries } from './zip-entries.js';

/** The same step in which content lies in the database. */
const PIECE = 512 * 1024;

/**
 * An upload on its way into the database. It waits in a temporary file: a slow line then holds neither a transaction nor
 * the file in memory, and what is refused was never stored.
 */
export class ReceivedFile {
  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
    readonly size: number,
    readonly sha256: string,
    private readonly head: Buffer,
    private readonly isText: boolean,
  ) {}

  /**
   * Takes in a stream to its end.
   *
   * @throws `review.evidence_too_large`, `review.evidence_empty`, `review.evidence_broken_off`
   */
  static async from(stream: Readable, largest: number): Promise<ReceivedFile> {
    const folder = await mkdtemp(path.join(tmpdir(), 'mawasu-evidence-'));
    const file = await open(path.join(folder, 'content'), 'w+', 0o600);
    try {
      const taken = await takeIn(stream, file, largest);
      if (taken.size === 0) throw invalid('review.evidence_empty');
      return new ReceivedFile(folder, file, taken.size, taken.sha256, taken.head, taken.isText);
    } catch (error) {
      await discard(folder, file);
      throw error;
    }
  }

  /** What it is by its content; none of what may be added is `null`. */
  async kind(): Promise<FileKind | null> {
    const signature = signatureOf(this.head);
    if (signature === 'zip') return officeKind(await zipEntries(this.file, this.size));
    if (signature !== 'other') return signature;
    return this.isText ? 'text' : null;
  }

  async *pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.size; at += PIECE) {
      yield await readWhole(this.file, at, Math.min(PIECE, this.size - at));
    }
  }

  dispose(): Promise<void> {
    return discard(this.folder, this.file);
  }
}

async function takeIn(
  stream: Readable,
  file: FileHandle,
  largest: number,
): Promise<{ size: number; sha256: string; head: Buffer; isText: boolean }> {
  const hash = createHash('sha256');
  const probe = new TextProbe();
  let head = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      // The rest is read and dropped: an answer before the end of the request would not reach the browser.
      if (size > largest) continue;
      if (head.length < SIGNATURE_BYTES) head = Buffer.concat([head, chunk.subarray(0, SIGNATURE_BYTES)]);
      hash.update(chunk);
      probe.feed(chunk);
      await writeWhole(file, chunk);
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge(largest);
    throw invalid('review.evidence_broken_off');
  }
  if (size > largest) throw tooLarge(largest);
  return { size, sha256: hash.digest('hex'), head, isText: probe.isPlainText() };
}

const tooLarge = (largest: number): Error =>
  invalid('review.evidence_too_large', { most: largest / 1024 / 1024 });

async function discard(folder: string, file: FileHandle): Promise<void> {
  await file.close();
  await rm(folder, { recursive: true, force: true });
}
