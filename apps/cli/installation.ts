import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BusinessClock, ClockModule } from '#calendar/clock';
import { ConfigModule } from '#config';
import { Database, DatabaseModule } from '#database';
import { ENTITIES } from '../entities.js';
import { SampleCityModule, SampleCity } from './sample-city.js';

@Module({ imports: [ConfigModule, DatabaseModule.forRoot(ENTITIES), ClockModule, SampleCityModule] })
class InstallationModule {}

/** Records when this installation began; with `sampleCity` also loads 青葉川市, once. */
export async function installation(sampleCity: boolean): Promise<void> {
  const app = await NestFactory.createApplicationContext(InstallationModule, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const clock = app.get(BusinessClock);
    if (await clock.installedAt()) return;
    if (sampleCity) await app.get(SampleCity).load();
    else await app.get(Database).transaction((sql) => clock.install(sql));
  } finally {
    await app.close();
  }
}
