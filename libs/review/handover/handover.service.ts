import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Scope } from '#directory';
import { forbidden, notFound } from '#errors';
import { mayReadHandover } from './handover.rules.js';
import type { handoverItemsSchema, handoverPostsSchema, handoverSchema } from './handover.schemas.js';
import { type HandoverPostRow, HandoverStore } from './handover.store.js';

/** 引継ぎ: what lies on a post, for who takes it over. */
@Injectable()
export class HandoverService {
  constructor(private readonly store: HandoverStore) {}

  async own(scope: Scope): Promise<z.infer<typeof handoverPostsSchema>> {
    const postIds = [...new Set(scope.posts.map((post) => post.postId))];
    return { date: scope.date, posts: await this.store.posts(scope, postIds) };
  }

  async view(scope: Scope, postId: string): Promise<z.infer<typeof handoverSchema>> {
    const { counts, ...post } = await this.require(scope, postId);
    const [holders, work, commitments] = await Promise.all([
      this.store.holders(postId, scope.date),
      this.store.work(postId, scope.date),
      this.store.commitments(postId, scope.date),
    ]);
    const heldBy = (now: boolean) =>
      holders.filter(({ today }) => today === now).map(({ today: _today, ...holder }) => holder);
    const of = (wanted: 'overdue' | 'due' | 'waiting') =>
      work.filter(({ kind }) => kind === wanted).map(({ kind: _kind, ...row }) => row);
    return {
      date: scope.date,
      post,
      counts,
      holders: heldBy(true),
      before: heldBy(false),
      overdue: of('overdue'),
      due: of('due'),
      waiting: of('waiting'),
      commitments,
    };
  }

  async items(
    scope: Scope,
    postId: string,
    page: number,
    pageSize: number,
  ): Promise<z.infer<typeof handoverItemsSchema>> {
    const { counts } = await this.require(scope, postId);
    return {
      total: counts.items,
      page,
      pageSize,
      rows: await this.store.items(scope, postId, page, pageSize),
    };
  }

  private async require(scope: Scope, postId: string): Promise<HandoverPostRow> {
    if (!mayReadHandover(scope, postId)) throw forbidden('handover.not_your_post');
    const [post] = await this.store.posts(scope, [postId]);
    if (!post) throw notFound('handover.no_such_post');
    return post;
  }
}
