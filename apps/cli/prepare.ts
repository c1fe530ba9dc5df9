import 'reflect-metadata';
import { readConfig } from '#config';
import { migrate } from './migrate.js';
import { installation } from './installation.js';

/** What a start does before anything serves: tables forward, the installation recorded, the sample city loaded once. */
const config = readConfig();
await migrate(config.databaseUrl, config.queueUrl);
await installation(config.sampleCity);
