export { addWords, hasWords, LANGUAGES, switchLanguage, useLanguage, useWords } from './words';
export type { Language, Messages, Say } from './words';
