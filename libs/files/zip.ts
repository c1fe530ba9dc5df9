import { crc32, inflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const UTF8_NAMES = 0x0800;

export type ZipEntries = ReadonlyMap<string, Buffer>;

/** The archive would take up more memory than was allowed. */
export class ZipTooLarge extends Error {}

/** The bytes are no archive this reader understands, or a damaged or encrypted one. */
export class ZipUnreadable extends Error {}

interface DirectoryEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedSize: number;
  readonly at: number;
}

/**
 * Unpacks the wanted files of a zip archive. The sizes written in the archive are not believed: unpacking stops as
 * soon as more than `mostBytes` came out of it in all, so that a small file cannot fill the memory.
 * @throws ZipTooLarge, ZipUnreadable
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, mostBytes: number): ZipEntries {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Buffer>();
  let left = mostBytes;
  for (const entry of directoryOf(archive)) {
    if (!wanted(entry.name)) continue;
    const content = contentOf(archive, entry, left);
    left -= content.length;
    entries.set(entry.name, content);
  }
  return entries;
}

/** Packs files into a zip archive without compressing them. */
export function zipStored(entries: ZipEntries): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const path = Buffer.from(name, 'utf8');
    const common = commonFields(path, content);
    const local = Buffer.concat([uint32(LOCAL_HEADER), common, path, content]);
    // Between the common fields and the place come comment length, disk number and attributes, all zero.
    const rest = Buffer.concat([Buffer.alloc(10), uint32(at)]);
    directory.push(uint32(CENTRAL_HEADER), uint16(20), common, rest, path);
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = uint16(entries.size);
  const end = [
    uint32(END_OF_DIRECTORY),
    uint32(0),
    count,
    count,
    uint32(listed.length),
    uint32(at),
    uint16(0),
  ];
  return Buffer.concat([...locals, listed, ...end]);
}

/** The fields that local and central headers share: version, flags, method, time, checksum, sizes, name length. */
function commonFields(path: Buffer, content: Buffer): Buffer {
  const size = uint32(content.length);
  const head = [uint16(20), uint16(UTF8_NAMES), uint16(STORED), uint32(0)];
  return Buffer.concat([...head, uint32(crc32(content)), size, size, uint16(path.length), uint16(0)]);
}

function directoryOf(archive: Buffer): DirectoryEntry[] {
  return reading(() => {
    const end = endOfDirectory(archive);
    const entries: DirectoryEntry[] = [];
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (archive.readUInt32LE(at) !== CENTRAL_HEADER) throw new ZipUnreadable('no directory entry');
      const nameLength = archive.readUInt16LE(at + 28);
      entries.push({
        name: archive.toString('utf8', at + 46, at + 46 + nameLength),
        flags: archive.readUInt16LE(at + 8),
        method: archive.readUInt16LE(at + 10),
        packedSize: archive.readUInt32LE(at + 20),
        at: archive.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
    return entries;
  });
}

function endOfDirectory(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new ZipUnreadable('no end of directory');
}

function contentOf(archive: Buffer, entry: DirectoryEntry, left: number): Buffer {
  return reading(() => {
    if ((entry.flags & ENCRYPTED) !== 0) throw new ZipUnreadable('encrypted');
    if (archive.readUInt32LE(entry.at) !== LOCAL_HEADER) throw new ZipUnreadable('no entry');
    const from = entry.at + 30 + archive.readUInt16LE(entry.at + 26) + archive.readUInt16LE(entry.at + 28);
    const packed = archive.subarray(from, from + entry.packedSize);
    if (entry.method === STORED && packed.length <= left) return packed;
    if (entry.method === DEFLATED && left > 0) return inflateRawSync(packed, { maxOutputLength: left });
    if (entry.method === STORED || entry.method === DEFLATED) throw new ZipTooLarge();
    throw new ZipUnreadable('unknown packing');
  });
}

/** Runs over bytes nobody vouches for: whatever breaks there is the archive's fault. */
function reading<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof ZipUnreadable || error instanceof ZipTooLarge) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_BUFFER_TOO_LARGE'
      ? new ZipTooLarge()
      : new ZipUnreadable(String(code), { cause: error });
  }
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
