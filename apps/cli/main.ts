import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { DomainError, loadWords } from '#errors';
import { decodeText } from '#files';
import { judge, parseCasesText } from '#indicator';
import type { BounceResult } from '#notice';
import { readPlan, toReport } from '#plan';
import { CATALOGUES } from '../entities.js';
import { databaseUrl, queueUrl, withDatabase } from './with-database.js';
import { createAdmin, setPassword } from './create-admin.js';
import { migrate } from './migrate.js';
import { printJudgements, printPlan } from './print.js';

/** An ending with its exit code: 1 refused, 2 wrong usage. */
const REFUSED = 1;
const WRONG_USAGE = 2;

const words = loadWords(CATALOGUES);
const language = /^ja/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'ja' : 'en';

function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new DomainError('not_found', 'cli.no_such_file', { file });
  }
  const text = decodeText(bytes);
  if (text === undefined) throw new DomainError('invalid', 'plan.not_text', { name: file });
  return text;
}

/** A message as it is: its bytes have an encoding of their own. */
function readMessage(file: string | undefined): Buffer {
  try {
    return readFileSync(file ?? 0);
  } catch {
    throw new DomainError('not_found', 'cli.no_such_file', { file: file ?? '-' });
  }
}

function bounceWords(result: BounceResult): string {
  switch (result.kind) {
    case 'not_a_report':
      return 'this message reports no undelivered mail; ignored';
    case 'not_ours':
      return `no letter has the Message-ID ${result.messageId}; ignored`;
    case 'known_already':
      return `${result.letterId} is known already`;
    case 'failed':
    case 'delayed':
      return `${result.letterId} ${result.kind}`;
  }
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);

// A reader that has seen enough (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const program = new Command('mawasu')
  .description('回す: runs a municipality’s comprehensive plan')
  .showHelpAfterError()
  .exitOverride();

const plan = program.command('plan').description('reads and imports plan documents');
plan
  .command('read')
  .description('shows what a plan document is read as; needs no database')
  .argument('<file>')
  .option('--json', 'for machines')
  .action((file: string, options: { json?: boolean }) => {
    const report = toReport(readPlan(readText(file)));
    if (options.json) print(report);
    else printPlan(report);
  });
plan
  .command('import')
  .description('reads a plan document into the database; the same text twice changes nothing')
  .argument('<file>')
  .option('--replace', 'also when most of the present plan is not in the document')
  .option('--json', 'for machines')
  .action(async (file: string, options: { json?: boolean; replace?: boolean }) => {
    const text = readText(file);
    const { questions } = readPlan(text);
    const counts = await withDatabase((services) =>
      services.plans.import(text, null, { replacesPlan: options.replace ?? false, directions: {} }),
    );
    for (const question of questions) process.stderr.write(`? ${question.line}: ${question.text}\n`);
    if (options.json) print(counts);
    else
      process.stdout.write(
        `added ${counts.added}, changed ${counts.changed}, unchanged ${counts.unchanged}, withdrawn ${counts.withdrawn}\n`,
      );
  });

program
  .command('indicator')
  .description('judges indicators')
  .command('judge')
  .description('judges cases from open data, so that anyone can recompute a badge')
  .argument('<file>')
  .option('--json', 'for machines')
  .action((file: string, options: { json?: boolean }) => {
    const judgements = parseCasesText(readText(file)).map((given) => judge(given));
    if (options.json) print(judgements);
    else printJudgements(judgements);
  });

const cycle = program.command('cycle').description('years of the plan');
cycle
  .command('list')
  .option('--json', 'for machines')
  .action(async (options: { json?: boolean }) => {
    const list = await withDatabase((services) => services.cycles.list());
    if (options.json) print(list);
    else
      for (const c of list.cycles)
        process.stdout.write(
          `${c.fiscalYear}  ${c.state.padEnd(10)} opens ${c.opensOn}  sheets ${c.sheets}\n`,
        );
  });

interface AdminOptions {
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string;
}

const readPassword = (): string =>
  process.env['MAWASU_PASSWORD'] ?? readFileSync(0, 'utf8').split('\n')[0] ?? '';

const user = program.command('user').description('people of the product');
user
  .command('set-password')
  .description('gives a person a password, read from MAWASU_PASSWORD or the first line of standard input')
  .requiredOption('--staff-number <number>')
  .action(async (options: { staffNumber: string }) => {
    await withDatabase((services) => setPassword(services, options.staffNumber, readPassword()));
    process.stdout.write(`${options.staffNumber} can sign in\n`);
  });
user
  .command('create-admin')
  .description(
    'creates the first planner; the password is read from MAWASU_PASSWORD or the first line of standard input',
  )
  .requiredOption('--staff-number <number>')
  .requiredOption('--name <name>')
  .requiredOption('--email <address>')
  .action(async (options: AdminOptions) => {
    const password = readPassword();
    await withDatabase(({ database, clock }) => createAdmin(database, clock, { ...options, password }));
    process.stdout.write(`${options.name} can sign in as ${options.staffNumber}\n`);
  });

program
  .command('mail')
  .description('mail of the product')
  .command('bounce')
  .description(
    'records an undeliverable letter from a delivery report (RFC 3464), e.g. piped by a mail alias',
  )
  .argument('[file]', 'the message; standard input when left out')
  .option('--json', 'for machines')
  .action(async (file: string | undefined, options: { json?: boolean }) => {
    const message = readMessage(file);
    const result = await withDatabase((services) => services.bounces.take(message));
    if (options.json) print(result);
    else process.stdout.write(`${bounceWords(result)}\n`);
  });

program
  .command('migrate')
  .description('brings the database forward')
  .action(async () => {
    const done = await migrate(databaseUrl(), queueUrl());
    process.stdout.write(
      done.length === 0 ? 'the database is up to date\n' : `${done.length} migrations done\n`,
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE);
  if (!(error instanceof DomainError)) throw error;
  process.stderr.write(`${words.ofError(language, error)}\n`);
  for (const place of error.places.slice(0, 20)) {
    process.stderr.write(
      `  ${[place.row, place.column ?? place.field].filter(Boolean).join(' ')}: ${words.ofError(language, { code: place.code, params: place.params ?? {} })}\n`,
    );
  }
  process.exit(REFUSED);
}
