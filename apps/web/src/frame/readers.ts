import type { Role, Session } from '../api';

/** Pages that not everybody of the house may read, as the API's guard has it. */
export type KeptPage = 'cycle' | 'data' | 'letters' | 'operations';

const READERS: Readonly<Record<KeptPage, readonly Role[]>> = {
  cycle: ['planner', 'finance', 'management', 'auditor'],
  data: ['planner', 'auditor'],
  letters: ['planner', 'auditor'],
  operations: ['planner', 'auditor'],
};

type Reader = Pick<Session, 'roles' | 'manages'>;

/** Whether the whole cycle with its settings is shown, not only the reader's own departments. */
export function readsWholeCycle({ roles }: Reader): boolean {
  return roles.some((role) => READERS.cycle.includes(role));
}

/** Managers read the progress of their own departments on the page of the cycle. */
export function mayRead(page: KeptPage, reader: Reader): boolean {
  if (page === 'cycle' && reader.manages) return true;
  return reader.roles.some((role) => READERS[page].includes(role));
}
