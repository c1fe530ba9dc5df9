import { Injectable, Module } from '@nestjs/common';
import { readDeliveryReport } from '#mail';
import { BounceStore } from './bounce.store.js';
import { letterIdOf } from './message-id.js';

/** What a message to the bounce address was: a report of one of our letters, known already, or nothing for us. */
export type BounceResult =
  | { readonly kind: 'not_a_report' }
  | { readonly kind: 'not_ours'; readonly messageId: string }
  | { readonly kind: 'failed' | 'delayed' | 'known_already'; readonly letterId: string };

/** Records that a letter which the mail server took could not be delivered after all. */
@Injectable()
export class BounceService {
  constructor(private readonly store: BounceStore) {}

  async take(message: Buffer | string): Promise<BounceResult> {
    const report = await readDeliveryReport(message);
    if (!report) return { kind: 'not_a_report' };
    const letterId = letterIdOf(report.messageId);
    if (letterId === undefined) return { kind: 'not_ours', messageId: report.messageId };
    const answer = [report.status, report.diagnostic].filter((part) => part !== '').join(' ');
    const known = await this.store.record(letterId, report.action === 'failed', answer);
    if (known === undefined) return { kind: 'not_ours', messageId: report.messageId };
    return { kind: known ? report.action : 'known_already', letterId };
  }
}

/** For whoever only records what came back: the worker's receiver, the command line. */
@Module({ providers: [BounceStore, BounceService], exports: [BounceService] })
export class BounceModule {}
