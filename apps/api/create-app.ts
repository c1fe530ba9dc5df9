import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { readConfig } from '#config';
import { SignInService } from '#directory';
import { loadWords } from '#errors';
import { JsonLogger, requestIdFrom } from '#trace';
import { CATALOGUES } from '../entities.js';
import { AppModule } from './app.module.js';
import { mountBoard } from './board.js';
import { hintPages } from './page-hints.js';
import { ProblemFilter } from './problem.filter.js';
import { traceRequests } from './request-trace.js';
import { silentConnections } from './silent-connections.js';
import { OpenApiDocument } from './system.http.js';
import { validation } from './validation.js';

const MEGABYTE = 1024 * 1024;

/** Everything on the page comes from this server; nothing may be framed or guessed. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

/** As small as gzip makes it, in less time. */
const BROTLI_QUALITY = 4;

/** Folders of the web app whose files never change under the same name. */
const FOREVER = new Set(['assets', 'font']);

/** Builds the HTTP application with everything wired, not yet listening. */
export async function createApp(): Promise<NestFastifyApplication> {
  const config = readConfig();
  const adapter = new FastifyAdapter({
    bodyLimit: 2 * MEGABYTE,
    trustProxy: config.trustProxy,
    genReqId: (request: IncomingMessage) => requestIdFrom(request.headers['x-request-id']),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger: new JsonLogger(),
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  traceRequests(server);
  const silent = silentConnections(app.getHttpServer());
  server.addHook('preClose', async () => silent.cut());
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: 20 * MEGABYTE, files: 1 } });
  await serveWeb(app, config.webDir);
  await packAnswers(app);
  hintPages(server, app.get(SignInService, { strict: false }));
  server.addHook('onSend', async (request, reply) => {
    // What a route forbids beyond this, as for a file that somebody sent in, stays forbidden.
    const stricter = reply.getHeader('content-security-policy');
    void reply.headers(SECURITY_HEADERS);
    if (stricter !== undefined) void reply.header('content-security-policy', stricter);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  const problems = new ProblemFilter(loadWords(CATALOGUES));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(problems);
  await mountBoard(app, problems);
  const description = new DocumentBuilder()
    .setTitle('Mawasu')
    .setVersion('1')
    .addCookieAuth('mawasu_session')
    .build();
  app.get(OpenApiDocument).document = SwaggerModule.createDocument(app, description);
  return app;
}

/**
 * A list is a fifth of its size on the wire. Holds for routes that come later: the files of the web app are packed already.
 * No page of another site can measure a packed secret: the session's cookie does not go with what it asks.
 */
async function packAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
}

async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = path.resolve(folder);
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    // The build leaves them packed beside the files: a server without a proxy sends a quarter of the bytes.
    preCompressed: true,
    setHeaders: (reply, file) => {
      const [folder = ''] = path.relative(root, file).split(path.sep);
      void reply.header(
        'cache-control',
        FOREVER.has(folder) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}
