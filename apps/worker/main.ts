import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#config';
import { JsonLogger, startTelemetry } from '#trace';
import { endInOrder } from '../ending.js';
import { listen } from './listener.js';
import { WorkerModule } from './worker.module.js';

const config = readConfig();
await startTelemetry(config.telemetry, 'mawasu-worker');
const app = await NestFactory.createApplicationContext(WorkerModule, {
  logger: new JsonLogger(),
  abortOnError: false,
});
const listener = await listen(app, config);
listener?.unref();
endInOrder(app, config.stopMs);
process.send?.({ ready: 'worker' });
