import { AuditEntry } from './audit-entry.entity.js';

export { writeAudit, writeAudits } from './audit.js';
export type { AuditFact } from './audit.js';
export const AUDIT_ENTITIES = [AuditEntry] as const;
