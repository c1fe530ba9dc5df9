import {
  assertSchemaCompatibility,
  type BackendFactory,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
} from 'bullmq';

/** How long a worker leaves a database alone that could not give it a job. */
const AGAIN_MS = 1_000;

/** BullMQ keeps a readiness that failed for ever; this connection asks again. */
class AskingConnection extends PostgresConnection {
  private reached: Promise<void> | undefined;

  override waitUntilReady(): Promise<void> {
    this.reached ??= this.reach().catch((error: unknown) => {
      this.reached = undefined;
      throw error;
    });
    return this.reached;
  }

  private async reach(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await assertSchemaCompatibility(client, this.schema);
    } finally {
      client.release();
    }
    setImmediate(() => this.emit('ready'));
  }
}

/**
 * BullMQ's own loop asks for a job again at once when that failed: with an answer that needs no wire it would never let
 * go of the processor, and the process would neither work nor end.
 */
class PatientBackend extends PostgresQueueBackend {
  override async waitUntilReady(): Promise<void> {
    await this.connection.waitUntilReady();
    await super.waitUntilReady();
  }

  override async moveToActive(
    ...asked: Parameters<PostgresQueueBackend['moveToActive']>
  ): Promise<unknown[]> {
    try {
      const job: unknown[] = await super.moveToActive(...asked);
      return job;
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS).unref());
      throw error;
    }
  }
}

/** BullMQ's backend on PostgreSQL, for databases that go away and come back. */
export const createPatientBackend: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (
  name,
  options,
  { withBlockingConnection = false } = {},
) =>
  new PatientBackend(
    new AskingConnection(options.connection),
    name,
    options,
    true,
    // Under this name it is found among the workers of the queue.
    withBlockingConnection ? name : undefined,
  );
