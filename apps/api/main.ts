import 'reflect-metadata';
import { readConfig } from '#config';
import { startTelemetry } from '#trace';
import { endInOrder } from '../ending.js';
import { createApp } from './create-app.js';

const { host, port, drainMs, stopMs, telemetry } = readConfig();
await startTelemetry(telemetry, 'mawasu-api');
const app = await createApp();
await app.listen(port, host);
endInOrder(app, drainMs + stopMs);
process.send?.({ ready: await app.getUrl() });
