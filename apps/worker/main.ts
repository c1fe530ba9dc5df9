import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

const app = await NestFactory.createApplicationContext(WorkerModule, {
  logger: ['error', 'warn', 'log'],
  abortOnError: false,
});
app.enableShutdownHooks();
process.send?.({ ready: 'worker' });
// A child does not outlive whoever started it.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
