export { DomainError, conflict, forbidden, invalid, notFound } from './domain-error.js';
export type { ErrorKind, ErrorParams, ErrorPlace } from './domain-error.js';
export { LANGUAGES, loadWords } from './words.js';
export type { Language, Words } from './words.js';
