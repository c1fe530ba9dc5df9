import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BusinessClock } from '#calendar/clock';
import { writeAudit } from '#audit';
import { Database } from '#database';
import type { RequestWithPerson } from '#directory';
import { forbidden } from '#errors';
import { QUEUE_BACKEND, type QueueBackend, queueBoard, withoutForeignFonts } from '#jobs';
import type { FastifyRequest } from 'fastify';
import { Access, isFromOwnPage } from './access.guard.js';
import type { ProblemFilter } from './problem.filter.js';

const PATH = '/operations/queue';

/**
 * Bull Board at /operations/queue, for the planner alone. The guard stands before every address of it, its static
 * files included; a change must come from its own page and leaves an audit entry.
 */
export async function mountBoard(app: NestFastifyApplication, problems: ProblemFilter): Promise<void> {
  const access = app.get(Access);
  const database = app.get(Database);
  const clock = app.get(BusinessClock);
  const board = queueBoard(app.get<QueueBackend>(QUEUE_BACKEND), PATH);
  await app
    .getHttpAdapter()
    .getInstance()
    .register(
      async (server) => {
        server.addHook('onRequest', async (request: FastifyRequest & RequestWithPerson, reply) => {
          try {
            if (!isFromOwnPage(request)) throw forbidden('access.foreign_page');
            await access.admit(request, { kind: 'roles', roles: ['planner'] });
            if (request.method !== 'GET') await written(database, clock, request);
          } catch (error) {
            problems.answer(error, request, reply);
            return reply;
          }
          return undefined;
        });
        server.addHook('onSend', async (_request, reply, payload) =>
          typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')
            ? withoutForeignFonts(payload)
            : payload,
        );
        await server.register(board as never);
      },
      { prefix: PATH },
    );
}

async function written(
  database: Database,
  clock: BusinessClock,
  request: FastifyRequest & RequestWithPerson,
): Promise<void> {
  await database.transaction(async (sql) =>
    writeAudit(sql, {
      businessDate: await clock.today(sql),
      personId: request.mawasu?.person.id ?? null,
      action: 'queue.changed_on_board',
      subjectKind: 'queue',
      subjectId: 'mawasu',
      detail: { method: request.method, address: request.url.slice(PATH.length, PATH.length + 300) },
    }),
  );
}
