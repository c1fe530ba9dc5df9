import { useSearchParams } from 'react-router';

/** Writes parts of the address; an empty one is left out. */
type Keep = (parts: Readonly<Record<string, string>>) => void;

/**
 * The address of a page, and a way to keep in it what was chosen there: whoever comes back finds it again, and it can be sent
 * to somebody. The entry of the history stays the same one.
 */
export function useKeptParams(): readonly [URLSearchParams, Keep] {
  const [params, setParams] = useSearchParams();
  const keep: Keep = (parts) => {
    // The address is newer than this render when two choices follow each other quickly.
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(parts)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return [params, keep];
}
