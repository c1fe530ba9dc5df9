import { DecisionCommitment, DecisionVersion, ManagementDecision } from './management-decision.entity.js';

export const REPORT_ENTITIES = [ManagementDecision, DecisionVersion, DecisionCommitment] as const;

export { ReportHttpModule, ReportModule } from './report.http.js';
export { ReportService } from './report.service.js';
