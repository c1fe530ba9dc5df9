import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { unzip, type ZipEntries } from '../../libs/files/zip.js';

const MOST_BYTES = 20_000_000;

/** An Office file out of the browser's downloads: an archive of parts. */
export interface PackedDownload {
  readonly name: string;
  readonly parts: ZipEntries;
  /** A part of XML, as it is written. */
  text(part: string): string;
}

export async function packedDownload(page: Page, press: () => Promise<void>): Promise<PackedDownload> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const parts = unzip(readFileSync(await download.path()), () => true, MOST_BYTES);
  return {
    name: download.suggestedFilename(),
    parts,
    text: (part) => parts.get(part)?.toString('utf8') ?? '',
  };
}
