const CREDENTIALS_IN_URL = /(:\/\/)[^\s/@"']+@/g;
const MAIL_ADDRESS = /[\w.+%-]+@(?:[\w-]+\.)+[a-z]{2,}/gi;
const SECRET =
  /((?:password|passwd|token|secret|authorization|cookie)["']?\s*[:=]\s*["']?)(?:bearer\s+)?[^\s"',;}\\]+/gi;

/** Takes mail addresses, passwords in addresses of servers and values of secret settings out of a line. */
export const redact = (line: string): string =>
  line
    .replace(CREDENTIALS_IN_URL, '$1[hidden]@')
    .replace(SECRET, '$1[hidden]')
    .replace(MAIL_ADDRESS, '[mail]');
