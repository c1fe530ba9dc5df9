/**
 * Lines that the page broke, as one text: Japanese joins without a blank, two Latin words with one. In one pass,
 * because a hostile text may run on for a hundred thousand lines.
 */
export function joinLines(lines: readonly string[]): string {
  const pieces: string[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1] ?? '';
    if (/[A-Za-z0-9,.]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(line)) pieces.push(' ');
    pieces.push(line);
  });
  return pieces.join('');
}

/** Ends with a full stop, a closing bracket after it allowed. */
export const isSentence = (text: string): boolean => /[。．！？][」』）)】]?$/.test(text.trimEnd().slice(-2));
