import type { FileHandle } from 'node:fs/promises';

/** Writes all bytes on: a file may take fewer at once than it is given. */
export async function writeWhole(file: Pick<FileHandle, 'write'>, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw new Error('the file takes no more bytes');
    at += bytesWritten;
  }
}

/** Reads so many bytes from a place of a file; fewer are a fault, never zeros in their stead. */
export async function readWhole(
  file: Pick<FileHandle, 'read'>,
  from: number,
  length: number,
): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  if (bytesRead !== length) throw new Error(`the file gave ${bytesRead} bytes of ${length} at ${from}`);
  return bytes;
}
