export {
  addFirstWords,
  addWords,
  hasWords,
  LANGUAGES,
  switchLanguage,
  useLanguage,
  useWords,
  wordsReady,
} from './words';
export type { Language, Messages, Say } from './words';
export { Sentence } from './sentence';
