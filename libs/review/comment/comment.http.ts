import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { pageSchema } from '#database';
import { CurrentScope, HouseOnly, type Scope } from '#directory';
import {
  changeCommentSchema,
  commentListSchema,
  commentSchema,
  mentionableSchema,
  newCommentSchema,
  readMentionsSchema,
} from './comment.schemas.js';
import { CommentService } from './comment.service.js';

type CommentList = z.infer<typeof commentListSchema>;
const idSchema = z.uuid();
const wordsSchema = z.string().max(60).default('');

/** コメント beside a sheet; people of the house talk among themselves. */
@HouseOnly()
@Controller('api/sheets/:id')
export class CommentController {
  constructor(private readonly comments: CommentService) {}

  @Get('comments')
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: commentListSchema })
  list(
    @Param('id', { schema: idSchema }) id: string,
    @Query('page', { schema: pageSchema }) page: number,
    @CurrentScope() scope: Scope,
  ): Promise<CommentList> {
    return this.comments.page(scope, id, page);
  }

  @Post('comments')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: commentListSchema })
  write(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newCommentSchema }) body: z.infer<typeof newCommentSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<CommentList> {
    return this.comments.write(scope, id, body.key, body.body);
  }

  @Put('comments/:comment')
  @ApiResponse({ status: 200, standardSchema: commentSchema })
  change(
    @Param('id', { schema: idSchema }) id: string,
    @Param('comment', { schema: idSchema }) comment: string,
    @Body({ schema: changeCommentSchema }) body: z.infer<typeof changeCommentSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof commentSchema>> {
    return this.comments.change(scope, id, comment, body);
  }

  @Delete('comments/:comment')
  @HttpCode(204)
  remove(
    @Param('id', { schema: idSchema }) id: string,
    @Param('comment', { schema: idSchema }) comment: string,
    @CurrentScope() scope: Scope,
  ): Promise<void> {
    return this.comments.remove(scope, id, comment);
  }

  @Post('comments/read')
  @HttpCode(204)
  markRead(@Param('id', { schema: idSchema }) id: string, @CurrentScope() scope: Scope): Promise<void> {
    return this.comments.markRead(scope, id);
  }

  /** Whom a comment on this sheet may speak to, while somebody types @. */
  @Get('people')
  @ApiQuery({ name: 'words', required: false, type: String })
  @ApiResponse({ status: 200, standardSchema: mentionableSchema })
  people(
    @Param('id', { schema: idSchema }) id: string,
    @Query('words', { schema: wordsSchema }) words: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof mentionableSchema>> {
    return this.comments.mentionable(scope, id, words);
  }
}

/** What speaks to me, wherever it stands. */
@HouseOnly()
@Controller('api/mentions')
export class MentionController {
  constructor(private readonly comments: CommentService) {}

  @Post('read')
  @HttpCode(204)
  read(
    @Body({ schema: readMentionsSchema }) body: z.infer<typeof readMentionsSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<void> {
    return this.comments.markMentionsRead(scope, body.commentIds);
  }
}
