import type { FileHandle } from 'node:fs/promises';

const END_OF_DIRECTORY = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const HEADER_LENGTH = 46;

/** A document lists some hundred parts; what lists more is none. */
const LONGEST_DIRECTORY = 1024 * 1024;

/** The names in a zip archive, from its directory alone: nothing is unpacked. Empty when there is none to read. */
export async function zipEntries(file: FileHandle, size: number): Promise<string[]> {
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), size);
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + END_LENGTH > tail.length || tail.readUInt32LE(end) !== END_OF_DIRECTORY) return [];
  const length = tail.readUInt32LE(end + 12);
  const at = tail.readUInt32LE(end + 16);
  if (length > LONGEST_DIRECTORY || at + length > size) return [];
  return namesIn(await readAt(file, at, at + length));
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + HEADER_LENGTH <= directory.length && directory.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameLength = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + HEADER_LENGTH, at + HEADER_LENGTH + nameLength));
    at += HEADER_LENGTH + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}
