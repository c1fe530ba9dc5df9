// A mail server that keeps what it gets and shows it on a page: the default of a local start and of the tests.
import { MailDev } from 'maildev';

const [smtp, web, mailDirectory] = process.argv.slice(2);
const catcher = new MailDev({
  smtp: Number(smtp),
  ip: '127.0.0.1',
  web: Number(web),
  webIp: '127.0.0.1',
  silent: true,
  maxEmails: 5000,
  ...(mailDirectory ? { mailDirectory } : {}),
});
await catcher.start();
process.send?.({ ready: 'mail' });

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  void catcher.stop().finally(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
process.on('disconnect', stop);
