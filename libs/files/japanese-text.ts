import Encoding from 'encoding-japanese';

export type TextEncoding = 'utf-8' | 'shift_jis';

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const MARKED: readonly { mark: readonly number[]; label: string }[] = [
  { mark: UTF8_BOM, label: 'utf-8' },
  // "Unicode text" of Excel
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
];

/**
 * Characters Shift_JIS lacks beside ones it has that look the same. Programs differ in which they use (the wave
 * dash of Windows and macOS), so refusing them would only puzzle.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e', // 〜 ～
  '\u2212': '\uff0d', // − －
  '\u2014': '\u2015', // — ―
  '\u2016': '\u2225', // ‖ ∥
  '\u00a2': '\uffe0', // ¢ ￠
  '\u00a3': '\uffe1', // £ ￡
  '\u00a5': '\uffe5', // ¥ ￥
  '\u00a6': '\uffe4', // ¦ ￤
  '\u00ac': '\uffe2', // ¬ ￢
  '\u203e': '\uffe3', // ‾ ￣
  '\u00a0': ' ',
};
const QUESTION_MARK = [0x3f];
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'g');
const VOICED_IN_TWO = /[\u3041-\u30ff][\u3099\u309a]/g;

/**
 * The text in these bytes: UTF-8 or UTF-16 by their mark, unmarked UTF-8, or Shift_JIS with the Windows additions
 * (CP932, gaiji becoming private-use characters as they do in Windows). Undefined when they are none of these.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = MARKED.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decodeAs(marked.label, bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  return Encoding.detect(bytes, 'SJIS') === 'SJIS' ? decodeAs('shift_jis', bytes) : undefined;
}

/** UTF-8 with its mark, without which Excel takes the file for Shift_JIS. */
export function encodeUtf8(text: string): Uint8Array {
  return Buffer.concat([Buffer.from(UTF8_BOM), Buffer.from(text, 'utf8')]);
}

/** Shift_JIS (CP932). Characters it lacks, see `notInShiftJis`, become `?`. */
export function encodeShiftJis(text: string): Uint8Array {
  const replaced = withLookAlikes(text);
  // No character takes more than two bytes.
  const bytes = new Uint8Array(replaced.length * 2);
  let length = 0;
  for (const character of replaced) {
    for (const byte of bytesOf(character) ?? QUESTION_MARK) bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}

/** The characters of a text, each once, that Shift_JIS (CP932) lacks. */
export function notInShiftJis(text: string): string[] {
  const lacking = new Set<string>();
  for (const character of withLookAlikes(text)) if (bytesOf(character) === undefined) lacking.add(character);
  return [...lacking];
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text with look-alikes replaced, and kana and voicing mark joined, which macOS writes apart. */
function withLookAlikes(text: string): string {
  return text
    .replace(VOICED_IN_TWO, (kana) => kana.normalize('NFC'))
    .replace(LOOK_ALIKE, (character) => LOOK_ALIKES[character] ?? character);
}

/**
 * A text as it comes back from a table's file, whatever the encoding: without blanks at its ends, with one kind of line break,
 * and with what Shift_JIS has for the characters it lacks.
 */
export const asInFile = (text: string): string => withLookAlikes(text.trim().replaceAll(/\r\n?/g, '\n'));

const knownBytes = new Map<string, readonly number[] | undefined>();

function bytesOf(character: string): readonly number[] | undefined {
  if (!knownBytes.has(character)) knownBytes.set(character, convert(character));
  return knownBytes.get(character);
}

function convert(character: string): readonly number[] | undefined {
  const bytes = Encoding.convert(Encoding.stringToCode(character), {
    from: 'UNICODE',
    to: 'SJIS',
    type: 'array',
  });
  // What does not come back the same was replaced on the way.
  return decodeAs('shift_jis', Uint8Array.from(bytes)) === character ? bytes : undefined;
}
