import 'reflect-metadata';
import { readConfig } from '#config';
import { createApp } from './create-app.js';

const app = await createApp();
const { host, port } = readConfig();
await app.listen(port, host);
process.send?.({ ready: await app.getUrl() });
// A child does not outlive whoever started it.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
