import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { ReportReceiver } from '#mail';
import { BounceService } from './bounce.service.js';

/** Where mail servers report undeliverable letters, in the worker; off unless the settings name address and port. */
@Injectable()
export class BounceReceiver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Bounces');
  private receiver: ReportReceiver | undefined;

  constructor(
    private readonly bounces: BounceService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { bounceAddress: address, bounceHost: host, bouncePort: port } = this.config;
    if (address === undefined || port === undefined) return;
    const receiver = new ReportReceiver({ host, port, address, take: (message) => this.take(message) });
    try {
      await receiver.listen();
      this.receiver = receiver;
    } catch (error) {
      // Another worker of this machine has the port; letters go out all the same.
      this.logger.warn(`no reports are taken on ${host}:${port}: ${String(error)}`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.receiver?.close();
  }

  private async take(message: Buffer): Promise<void> {
    const result = await this.bounces.take(message);
    this.logger.log(JSON.stringify(result));
  }
}
