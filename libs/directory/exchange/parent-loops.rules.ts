/**
 * Departments that lie under themselves.
 * @param parents code of the department above, by code; null at the top
 */
export function codesInLoops(parents: ReadonlyMap<string, string | null>): Set<string> {
  const looped = new Set<string>();
  const settled = new Set<string>();
  for (const start of parents.keys()) {
    const line: string[] = [];
    let at: string | null = start;
    while (at !== null && !settled.has(at) && !line.includes(at)) {
      line.push(at);
      at = parents.get(at) ?? null;
    }
    const from = at === null ? -1 : line.indexOf(at);
    if (from >= 0) line.slice(from).forEach((code) => looped.add(code));
    line.forEach((code) => settled.add(code));
  }
  return looped;
}
