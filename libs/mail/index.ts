export { MailModule } from './mail.module.js';
export { MAIL_CONNECTIONS, MailService } from './mail.service.js';
export type { Mail, MailAnswer } from './mail.service.js';
