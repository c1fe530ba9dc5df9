// A mail server in a process of its own that takes everything and tells, when asked, how many came and when the last did.
import { CountingSmtp } from '../test/chaos/counting-smtp.js';

const sink = await new CountingSmtp().start();
process.on('message', () => {
  const { copies } = sink;
  process.send?.({ count: copies.length, last: copies.at(-1)?.at ?? 0 });
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: sink.url });
