import type { z } from 'zod';
import type { planPreviewSchema } from './plan-import.schemas.js';

export type PlanPreview = z.infer<typeof planPreviewSchema>;
