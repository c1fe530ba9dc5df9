/** The Message-ID of a letter: the same at every try, so that a repeat is recognisable. */
export function messageIdOf(letterId: string, publicUrl: string): string {
  return `<${letterId}@${new URL(publicUrl).hostname}>`;
}

const LETTER_ID = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^@>\s]+>?$/i;

/** The letter behind a Message-ID, if it can be one of ours; the host may have had another name then. */
export function letterIdOf(messageId: string): string | undefined {
  return LETTER_ID.exec(messageId.trim())?.[1]?.toLowerCase();
}
