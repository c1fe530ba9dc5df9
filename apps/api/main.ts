import 'reflect-metadata';
import { readConfig } from '#config';
import { createApp } from './create-app.js';

const app = await createApp();
const { host, port } = readConfig();
await app.listen(port, host);
process.send?.({ ready: await app.getUrl() });
