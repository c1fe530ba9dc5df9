export { readDeliveryReport } from './delivery-report.js';
export type { DeliveryReport } from './delivery-report.js';
export type { MailAnswer, MailOutcome } from './mail-answer.js';
export { MailModule } from './mail.module.js';
export { MAIL_CONNECTIONS, MailService } from './mail.service.js';
export type { Mail } from './mail.service.js';
export { ReportReceiver } from './report-receiver.js';
