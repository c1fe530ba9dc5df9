import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';

/** Writes the OpenAPI document without a database: routes and schemas are known from the code alone. */
const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const document = SwaggerModule.createDocument(
  app,
  new DocumentBuilder().setTitle('Mawasu').setVersion('1').build(),
);
writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(document, null, 1)}\n`);
process.exit(0);
