/** Why a file need not be sent at all; the server looks again, and deeper. */
export type FileFault = 'too_large' | 'empty' | 'unreadable' | 'wrong_kind';

const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x50, 0x4b, 0x03, 0x04], // Office, as a zip; the server reads what is in it
];

/** So much of the beginning tells text from anything else. */
const BEGINNING = 4096;

/** A NUL or another control character that no text has. */
const isNoText = (byte: number): boolean =>
  byte < 0x09 || byte === 0x0b || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;

/** Whether these first bytes can be one of the kinds that are taken. */
export const mayBeEvidence = (head: Uint8Array): boolean =>
  SIGNATURES.some((signature) => signature.every((byte, at) => head[at] === byte)) || !head.some(isNoText);

/** Looks at a file before it is sent. */
export async function faultOf(file: File, largest: number): Promise<FileFault | null> {
  if (file.size > largest) return 'too_large';
  if (file.size === 0) return 'empty';
  try {
    const head = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
    return mayBeEvidence(head) ? null : 'wrong_kind';
  } catch {
    return 'unreadable';
  }
}

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** 340 KB, 2.4 MB: as file managers write it. */
export function fileSize(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} B`;
  if (bytes < MEGABYTE) return `${Math.round(bytes / KILOBYTE)} KB`;
  const megabytes = bytes / MEGABYTE;
  return `${Number.isInteger(megabytes) || megabytes >= 100 ? Math.round(megabytes) : megabytes.toFixed(1)} MB`;
}
