export { ReportHttpModule, ReportModule } from './report.http.js';
export { ReportService } from './report.service.js';
