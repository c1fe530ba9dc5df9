import type {} from '@fastify/cookie';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Module,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { japanDate } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { CONFIG, type Config } from '#config';
import { Database } from '#database';
import { DomainError } from '#errors';
import { AbsenceOfOthersController, OwnAbsenceController } from './absence/absence.http.js';
import { Public, SignedIn } from './access.js';
import { ClockController } from './clock.http.js';
import { DirectoryModule } from './directory.module.js';
import { DirectoryStore, type PersonRow } from './directory.store.js';
import { CurrentPerson, CurrentScope } from './request-person.js';
import { SamplePeopleStore } from './sample-people.store.js';
import { isOutsider, manages, type Scope } from './scope.rules.js';
import { ScopeStore } from './scope.store.js';
import { sampleSignInSchema, sessionSchema, signInPageSchema, signInSchema } from './session.schemas.js';
import { OwnSessionsController } from './session/own-sessions.http.js';
import { SESSION_COOKIE, SESSION_HOURS, SignInService } from './sign-in.service.js';

const languageSchema = z.object({ language: z.enum(['ja', 'en']) });

@Controller('api')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly store: DirectoryStore,
    private readonly scopes: ScopeStore,
    private readonly sample: SamplePeopleStore,
    private readonly clock: BusinessClock,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get('sign-in')
  @ApiResponse({ status: 200, standardSchema: signInPageSchema })
  async page(): Promise<z.infer<typeof signInPageSchema>> {
    const today = await this.clock.today();
    const installedAt = await this.clock.installedAt();
    const installedOn = installedAt ? japanDate(installedAt) : today;
    const samplePeople = this.config.sampleCity ? await this.sample.onePerPart(today, installedOn) : [];
    return { city: this.config.cityName, samplePeople };
  }

  @Public()
  @Post('session')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: sessionSchema })
  async signIn(
    @Body({ schema: signInSchema }) body: z.infer<typeof signInSchema>,
    @Headers('user-agent') device: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof sessionSchema>> {
    return this.begin(await this.signIns.signIn(body.name, body.password, device ?? ''), reply);
  }

  @Public()
  @Post('session/sample')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: sessionSchema })
  async signInToSampleCity(
    @Body({ schema: sampleSignInSchema }) body: z.infer<typeof sampleSignInSchema>,
    @Headers('user-agent') device: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof sessionSchema>> {
    return this.begin(await this.signIns.signInToSampleCity(body.staffNumber, device ?? ''), reply);
  }

  @SignedIn()
  @Get('session')
  @ApiResponse({ status: 200, standardSchema: sessionSchema })
  session(@CurrentPerson() person: PersonRow, @CurrentScope() scope: Scope): z.infer<typeof sessionSchema> {
    return this.describe(person, scope);
  }

  @Public()
  @Delete('session')
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.signIns.signOut(token);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @SignedIn()
  @Put('me/language')
  @ApiResponse({ status: 200, standardSchema: sessionSchema })
  async setLanguage(
    @Body({ schema: languageSchema }) body: z.infer<typeof languageSchema>,
    @CurrentPerson() person: PersonRow,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof sessionSchema>> {
    await this.database.transaction((sql) => this.store.setLanguage(sql, person.id, body.language));
    return this.describe({ ...person, language: body.language }, scope);
  }

  private async begin(token: string, reply: FastifyReply): Promise<z.infer<typeof sessionSchema>> {
    const person = await this.signIns.personOf(token);
    if (!person) throw new DomainError('unauthenticated', 'session.expired');
    const scope = await this.scopes.scopeOf(person.id, await this.clock.today());
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
      maxAge: SESSION_HOURS * 3600,
    });
    return this.describe(person, scope);
  }

  private describe(person: PersonRow, scope: Scope): z.infer<typeof sessionSchema> {
    const main = scope.posts[0];
    return {
      person: {
        id: person.id,
        name: person.name,
        title: main?.title ?? '',
        departmentName: main?.departmentName ?? '',
        language: person.language,
      },
      roles: [...scope.roles],
      manages: manages(scope.posts),
      outsider: isOutsider(scope.posts),
      today: scope.date,
      city: this.config.cityName,
      sampleCity: this.config.sampleCity,
      mailInboxUrl: this.config.sampleCity ? (this.config.mailInboxUrl ?? null) : null,
    };
  }
}

@Module({
  imports: [DirectoryModule],
  controllers: [
    SessionController,
    OwnSessionsController,
    ClockController,
    OwnAbsenceController,
    AbsenceOfOthersController,
  ],
  providers: [SamplePeopleStore],
})
export class DirectoryHttpModule {}
