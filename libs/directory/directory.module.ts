import { Module } from '@nestjs/common';
import { DirectoryStore } from './directory.store.js';
import { SignInService } from './sign-in.service.js';

@Module({ providers: [DirectoryStore, SignInService], exports: [DirectoryStore, SignInService] })
export class DirectoryModule {}
