export { logLevel, readConfig, SETTINGS } from './config.js';
export type { Config } from './config.js';
export { CONFIG, ConfigModule } from './config.module.js';
