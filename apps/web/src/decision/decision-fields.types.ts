import type { DecisionPage } from '../api';
import type { WrittenDecision } from './decision-form';

export interface DecisionFieldsProps {
  readonly written: WrittenDecision;
  readonly page: DecisionPage;
  readonly write: (part: Partial<WrittenDecision>) => void;
  /** What is wrong with a field, in a sentence. */
  readonly errorOf: (field: string) => string | null;
}
