import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MultipartFile } from '@fastify/multipart';
import { z } from 'zod';
import { CurrentScope, type Scope, SignedIn } from '#directory';
import { invalid } from '#errors';
import { mediaOf } from './evidence-kind.rules.js';
import {
  changeEvidenceSchema,
  evidenceListSchema,
  fileFieldsSchema,
  newLinkSchema,
} from './evidence.schemas.js';
import { LARGEST_FILE } from './evidence.rules.js';
import { EvidenceService } from './evidence.service.js';
import { attachmentOf } from './file-name.rules.js';

type EvidenceList = z.infer<typeof evidenceListSchema>;
const idSchema = z.uuid();

/** Beyond its limit a file ends without a word; the byte too many tells it from one that fits exactly. */
const ONE_BYTE_MORE = { limits: { fileSize: LARGEST_FILE + 1 } };

/** 根拠資料 beside a sheet. */
@SignedIn()
@Controller('api/sheets/:id/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: evidenceListSchema })
  list(@Param('id', { schema: idSchema }) id: string, @CurrentScope() scope: Scope): Promise<EvidenceList> {
    return this.evidence.list(scope, id);
  }

  @Post('files')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    description: 'the fields before the file, which is read as it arrives',
    schema: {
      type: 'object',
      required: ['key', 'file'],
      properties: {
        key: { type: 'string', format: 'uuid' },
        source: { type: 'string' },
        datedOn: { type: 'string', format: 'date' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiResponse({ status: 200, standardSchema: evidenceListSchema })
  async addFile(
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
    @CurrentScope() scope: Scope,
  ): Promise<EvidenceList> {
    const part = request.isMultipart() ? await request.file(ONE_BYTE_MORE) : undefined;
    if (!part) throw invalid('files.no_file');
    try {
      const fields = fileFieldsSchema.safeParse(textsOf(part));
      if (!fields.success) throw invalid('request.invalid_request');
      return await this.evidence.addFile(scope, id, {
        ...fields.data,
        name: part.filename,
        content: part.file,
      });
    } finally {
      // What is refused early must still be read: a browser hears the answer only when it has sent everything.
      part.file.resume();
    }
  }

  @Post('links')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: evidenceListSchema })
  addLink(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newLinkSchema }) body: z.infer<typeof newLinkSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<EvidenceList> {
    return this.evidence.addLink(scope, id, body);
  }

  @Put(':evidence')
  @ApiResponse({ status: 200, standardSchema: evidenceListSchema })
  change(
    @Param('id', { schema: idSchema }) id: string,
    @Param('evidence', { schema: idSchema }) evidence: string,
    @Body({ schema: changeEvidenceSchema }) body: z.infer<typeof changeEvidenceSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<EvidenceList> {
    return this.evidence.change(scope, id, evidence, body);
  }

  @Delete(':evidence')
  @ApiResponse({ status: 200, standardSchema: evidenceListSchema })
  remove(
    @Param('id', { schema: idSchema }) id: string,
    @Param('evidence', { schema: idSchema }) evidence: string,
    @CurrentScope() scope: Scope,
  ): Promise<EvidenceList> {
    return this.evidence.remove(scope, id, evidence);
  }

  /** To be saved, never shown in the browser: a document may hold scripts, and this origin holds the session. */
  @Get(':evidence/file')
  @ApiProduces('application/octet-stream')
  async file(
    @Param('id', { schema: idSchema }) id: string,
    @Param('evidence', { schema: idSchema }) evidence: string,
    @CurrentScope() scope: Scope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { piece, content } = await this.evidence.file(scope, id, evidence);
    void reply.header('content-security-policy', "sandbox; default-src 'none'");
    return new StreamableFile(Readable.from(content), {
      type: piece.kind === 'link' ? 'application/octet-stream' : mediaOf(piece.kind),
      disposition: attachmentOf(piece.title),
      length: piece.size,
    });
  }
}

/** The text fields that came before the file; an empty one counts as left out. */
function textsOf({ fields }: MultipartFile): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field && 'value' in field && typeof field.value === 'string' && field.value !== '')
      texts[name] = field.value;
  }
  return texts;
}
