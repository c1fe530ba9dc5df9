import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { pageSchema } from '#database';
import { CurrentScope, type Scope, SignedIn } from '#directory';
import { PlanModule } from '#plan';
import { PeopleSearchStore } from './people-search.store.js';
import { PlanSearchStore } from './plan-search.store.js';
import { kindSchema, querySchema, searchResultSchema } from './search.schemas.js';
import { SearchService } from './search.service.js';
import type { Kind } from './search.types.js';
import { KINDS } from './search.types.js';
import { SheetSearchStore } from './sheet-search.store.js';

const optionalKindSchema = kindSchema.optional();

@SignedIn()
@Controller('api/search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  /** Words between blanks; what is found has all of them. Width, case, kind of kana and blanks within words are the same. */
  @Get()
  @ApiQuery({ name: 'q', required: false, type: String })
  @ApiQuery({ name: 'kind', required: false, enum: KINDS })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: searchResultSchema })
  search(
    @Query('q', { schema: querySchema }) query: string,
    @Query('kind', { schema: optionalKindSchema }) kind: Kind | undefined,
    @Query('page', { schema: pageSchema }) page: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof searchResultSchema>> {
    return this.searches.search(scope, query, kind ?? null, page);
  }
}

@Module({
  imports: [PlanModule],
  controllers: [SearchController],
  providers: [SearchService, PlanSearchStore, SheetSearchStore, PeopleSearchStore],
})
export class SearchHttpModule {}
