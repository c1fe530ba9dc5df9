export { JsonLogger, log } from './log.js';
export { exposition, jobsEnded, lettersTried, requestSeconds, slotsHandled } from './metrics.js';
export type { Measure } from './metrics.js';
export { currentOccasion, during, requestIdFrom } from './occasion.js';
export type { Occasion } from './occasion.js';
export { redact } from './redact.rules.js';
export { inSpan, openSpan } from './span.js';
export { startTelemetry } from './telemetry.js';
