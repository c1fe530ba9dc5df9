import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** What a piece of work belongs to: the request or job that caused it. Read by every log line and audit entry. */
export interface Occasion {
  readonly requestId: string;
  readonly job?: { readonly name: string; readonly id: string };
}

const storage = new AsyncLocalStorage<Occasion>();

/** Runs `work` and everything it awaits as part of an occasion. */
export const during = <T>(occasion: Occasion, work: () => T): T => storage.run(occasion, work);

export const currentOccasion = (): Occasion | undefined => storage.getStore();

const ACCEPTED = /^[\w.-]{8,64}$/;

/** The id that a proxy or client gave the request when it is harmless in a log, else a new one. */
export const requestIdFrom = (given: unknown): string =>
  typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID();
