const HIDDEN = '[hidden]';

/** Lines in which nothing could be secret are not looked at any further. */
const SUSPICIOUS = /@|%40|passw|passphrase|token|secret|authori[sz]ation|cookie|api[-_]?key|bearer/i;

const SECRET_NAME = /passw(?:or)?d|passphrase|token|secret|authori[sz]ation|cookie|api[-_]?key/i;
/** These have spaces in them: a scheme and its parameters, a list. */
const WHOLE_LINE = /authori[sz]ation|cookie/i;
/** A name, the quote that ends it, perhaps escaped, and what leads to its value. */
const SECRET =
  /(?:passw(?:or)?d|passphrase|token|secret|authori[sz]ation|cookie|api[-_]?key)[\w-]{0,40}(?:\\*["'])?\s{0,20}[:=]\s{0,20}/gi;
/** A password may hold an @ or a slash, so everything up to the last @ of the word goes. */
const CREDENTIALS_IN_URL = /(:\/\/)[^\s"<>]*@/g;
const MAIL_ADDRESS = /[\p{L}\p{N}._%+'-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;
const BEARER = /\b(bearer\s+)[\w.~+/=-]{6,}/gi;

/** Takes mail addresses, passwords in addresses of servers and values of secret settings out of a line of the log. */
export function redact(line: string): string {
  if (!SUSPICIOUS.test(line)) return line;
  const parsed = jsonOf(line);
  return parsed === undefined
    ? ofText(line)
    : JSON.stringify(ofValue(parsed)) + (/\s*$/.exec(line)?.[0] ?? '');
}

function jsonOf(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

function ofValue(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(ofValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      ofText(name),
      SECRET_NAME.test(name) && one !== null ? HIDDEN : ofValue(one),
    ]),
  );
}

const ofText = (text: string): string =>
  withoutSecrets(text)
    .replace(BEARER, `$1${HIDDEN}`)
    .replace(CREDENTIALS_IN_URL, `$1${HIDDEN}@`)
    .replace(MAIL_ADDRESS, '[mail]');

function withoutSecrets(text: string): string {
  let safe = '';
  let from = 0;
  SECRET.lastIndex = 0;
  for (let found = SECRET.exec(text); found; found = SECRET.exec(text)) {
    const begin = found.index + found[0].length;
    const [first, end] = valueAt(text, begin, WHOLE_LINE.test(found[0]));
    if (end > first) safe += text.slice(from, first) + HIDDEN;
    else safe += text.slice(from, end);
    from = end;
    SECRET.lastIndex = Math.max(end, begin);
  }
  return safe + text.slice(from);
}

/** Where the value that begins here begins and ends, its quotes left out. */
function valueAt(text: string, begin: number, wholeLine: boolean): [number, number] {
  const quote = /\\*["']/y;
  quote.lastIndex = begin;
  const opening = quote.exec(text)?.[0];
  if (opening !== undefined) return [begin + opening.length, closing(text, begin + opening.length, opening)];
  const rest = wholeLine ? /[^\r\n]*/y : /\S*/y;
  rest.lastIndex = begin;
  return [begin, begin + (rest.exec(text)?.[0].length ?? 0)];
}

/**
 * Where a quoted value ends. Inside JSON that is itself a string of JSON its quotes have 1, 3, 7… backslashes; a quote
 * that belongs to the value has more, and one with fewer ends what is around it.
 */
function closing(text: string, begin: number, opening: string): number {
  const depth = opening.length - 1;
  const quotes = new RegExp(`(\\\\*)${opening.at(-1) ?? '"'}`, 'g');
  quotes.lastIndex = begin;
  for (let found = quotes.exec(text); found; found = quotes.exec(text)) {
    const before = found[1]?.length ?? 0;
    if (before < depth) return found.index;
    if ((before - depth) % (2 * (depth + 1)) === 0) return found.index + before - depth;
  }
  return text.length;
}
