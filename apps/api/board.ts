import { Logger } from '@nestjs/common';
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
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Bull Board at /operations/queue, for the planner alone. The guard stands before every address of it, its static
 * files included; a change must come from its own page. What was changed, and what may have been changed when the queue
 * failed, leaves an audit entry after the answer: the queue shares no transaction with it.
 */
export async function mountBoard(app: NestFastifyApplication, problems: ProblemFilter): Promise<void> {
  const access = app.get(Access);
  const database = app.get(Database);
  const clock = app.get(BusinessClock);
  const logger = new Logger('Board');
  const board = queueBoard(app.get<QueueBackend>(QUEUE_BACKEND), PATH);
  await app
    .getHttpAdapter()
    .getInstance()
    .register(
      async (server) => {
        const admitted = new WeakSet<FastifyRequest>();
        server.addHook('onRequest', async (request: FastifyRequest & RequestWithPerson, reply) => {
          try {
            if (!isFromOwnPage(request)) throw forbidden('access.foreign_page');
            await access.admit(request, { kind: 'roles', roles: ['planner'] });
            admitted.add(request);
          } catch (error) {
            problems.answer(error, request, reply);
            return reply;
          }
          return undefined;
        });
        server.addHook('onResponse', async (request: FastifyRequest & RequestWithPerson, reply) => {
          const refused = reply.statusCode >= 400 && reply.statusCode < 500;
          if (READING.has(request.method) || refused || !admitted.has(request)) return;
          await written(database, clock, request, reply.statusCode).catch((error: unknown) =>
            logger.error(`a change on the board has no audit entry: ${String(error)}`),
          );
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
  status: number,
): Promise<void> {
  await database.transaction(async (sql) =>
    writeAudit(sql, {
      businessDate: await clock.today(sql),
      personId: request.mawasu?.person.id ?? null,
      action: status < 400 ? 'queue.changed_on_board' : 'queue.change_on_board_failed',
      subjectKind: 'queue',
      subjectId: 'mawasu',
      detail: { method: request.method, address: request.url.slice(PATH.length, PATH.length + 300), status },
    }),
  );
}
