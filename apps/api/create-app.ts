import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
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

/** A list is a fifth of its size on the wire. Holds for routes that come later: the files of the web app are packed already. */
async function packAnswers(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  // The size of a packed answer tells something about it to who has a browser ask and watches the line.
  server.addHook('onRequest', async ({ headers }) => {
    if (headers['sec-fetch-site'] === 'cross-site') headers['x-no-compression'] = '1';
  });
  await app.register(fastifyCompress, { encodings: ['br', 'gzip'], globalDecompression: false });
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
