interface Told {
  readonly extra?: { readonly checks?: readonly { readonly name: string }[] };
}

/**
 * The checks that say work is not done; none when all is well, and `undefined` when nobody answers. Without a check of its
 * own an answer other than 200 counts as `answer`; 404 is no answer.
 */
export async function toldByHealth(url: string): Promise<readonly string[] | undefined> {
  const answer = await fetch(`${url}/health/work`, { signal: AbortSignal.timeout(8_000) }).catch(
    () => undefined,
  );
  if (!answer) return undefined;
  if (answer.status === 404) throw new Error('there is no /health/work');
  if (answer.ok) return [];
  const { extra } = (await answer.json().catch(() => ({}))) as Told;
  return extra?.checks?.map(({ name }) => name) ?? ['answer'];
}

/** Whether health has nothing to tell. */
export const isGreen = async (url: string): Promise<boolean> => (await toldByHealth(url))?.length === 0;
