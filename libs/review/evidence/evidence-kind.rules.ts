/** What may be added as a file; told by the content, never by the name. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'xlsx', 'docx', 'pptx', 'text'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What the first bytes say; an archive and a text need a look inside. */
export type Signature = 'pdf' | 'png' | 'jpeg' | 'zip' | 'other';

/** So many bytes from the beginning are enough for `signatureOf`. */
export const SIGNATURE_BYTES = 8;

const SIGNATURES: readonly (readonly [Signature, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

export const signatureOf = (head: Uint8Array): Signature =>
  SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? 'other';

const OFFICE: readonly (readonly [FileKind, string])[] = [
  ['xlsx', 'xl/workbook.xml'],
  ['docx', 'word/document.xml'],
  ['pptx', 'ppt/presentation.xml'],
];

/** Which Office document an archive with these entries is; none when it is another archive, or carries macros. */
export function officeKind(entries: readonly string[]): FileKind | null {
  const names = new Set(entries);
  if (!names.has('[Content_Types].xml')) return null;
  if (entries.some((name) => name.endsWith('vbaProject.bin'))) return null;
  return OFFICE.find(([, part]) => names.has(part))?.[0] ?? null;
}

/** Pages and drawings are texts too, but a browser would run what is in them. */
export const isMarkup = (beginning: string): boolean =>
  /^\ufeff?\s*<(?:!--|(?:!doctype|\?xml|html|head|body|svg|script|iframe)\b)/iu.test(beginning);

const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  xlsx: ['xlsx'],
  docx: ['docx'],
  pptx: ['pptx'],
  text: ['txt', 'csv', 'tsv'],
};

const MEDIA: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  text: 'text/plain',
};

export const mediaOf = (kind: FileKind): string => MEDIA[kind];

/** A name with an ending that fits the content: what is called .exe and holds a PDF is saved as a PDF. */
export function withFittingEnding(name: string, kind: FileKind): string {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const [usual = ''] = ENDINGS[kind];
  return ENDINGS[kind].includes(ending) ? name : `${name}.${usual}`;
}
