/** The Message-ID of a letter: the same at every try, so that a repeat is recognisable. */
export function messageIdOf(letterId: string, publicUrl: string): string {
  return `<${letterId}@${new URL(publicUrl).hostname}>`;
}

const LETTER_ID = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>\s]+)>?$/i;

/** The letter behind a Message-ID, or nothing when it is none of ours. */
export function letterIdOf(messageId: string, publicUrl: string): string | undefined {
  const [, id, host] = LETTER_ID.exec(messageId.trim()) ?? [];
  return host?.toLowerCase() === new URL(publicUrl).hostname ? id?.toLowerCase() : undefined;
}
