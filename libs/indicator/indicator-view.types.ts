import type { z } from 'zod';
import type { indicatorViewSchema, judgementSchema } from './indicator.schemas.js';

export type Judgement = z.infer<typeof judgementSchema>;
export type IndicatorView = z.infer<typeof indicatorViewSchema>;
