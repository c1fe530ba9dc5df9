import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { PASSWORD_LINK_HOURS, PasswordLinkService } from '#directory';
import type { Mail } from '#mail';
import type { ClaimedLetter } from '../letter.store.js';
import { LetterWriter } from '../letter-writer.js';
import { passwordLetter, type RenderedLetter } from '../letters/index.js';
import type { TakenLetter } from './claim.store.js';
import type { LetterKind } from './letter.codes.js';
import { markedAsTest } from './letter-note.js';

/** A letter ready to go: to whom really, or null when nothing is left to tell; `error` when it could not be written. */
export type ComposedLetter =
  | { readonly mail: Omit<Mail, 'messageId'>; readonly sentTo: string; readonly asTest: boolean }
  | { readonly error: string }
  | null;

type Written = Map<string, RenderedLetter | Error | null>;

/** Letters that are no duty: one click ends them. */
const ONE_CLICK: ReadonlySet<LetterKind> = new Set(['digest', 'summary']);

/** Writes letters and decides where they go: to their people, or in test mode to the test addresses. */
@Injectable()
export class LetterComposer {
  constructor(
    private readonly writer: LetterWriter,
    private readonly links: PasswordLinkService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose(letters: readonly TakenLetter[]): Promise<Map<string, ComposedLetter>> {
    const written = await this.write(letters);
    return new Map(letters.map((letter) => [letter.id, this.address(letter, written.get(letter.id))]));
  }

  /** The letter as it would be written now. It opens nothing: the link of a password's letter has no token. */
  async preview(letter: ClaimedLetter): Promise<RenderedLetter | null> {
    if (letter.kind === 'password') return this.passwordLetter(letter, null);
    return (await this.writer.write([letter])).get(letter.id) ?? null;
  }

  private address(letter: TakenLetter, written: RenderedLetter | Error | null | undefined): ComposedLetter {
    if (written === null) return null;
    if (written === undefined) return { error: `nobody writes letters of kind ${letter.kind}` };
    if (written instanceof Error) return { error: written.message };
    if (letter.mode === 'test')
      return {
        mail: { ...markedAsTest(written, letter), to: letter.testAddresses },
        sentTo: letter.testAddresses.join(', '),
        asTest: true,
      };
    return {
      mail: {
        ...written,
        to: { name: letter.name, address: letter.email },
        // A delegate ends nobody's letters by reading along.
        ...(ONE_CLICK.has(letter.kind) &&
          letter.principal === null && { headers: this.unsubscribeHeaders(letter) }),
      },
      sentTo: letter.email,
      asTest: false,
    };
  }

  /** RFC 8058: mail programs show a button that ends such letters. */
  private unsubscribeHeaders({ unsubscribeToken }: TakenLetter): Record<string, string> {
    return {
      'List-Unsubscribe': `<${this.config.publicUrl}/api/unsubscribe/${unsubscribeToken}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }

  /** A letter that cannot be written does not keep the others of its batch. */
  private async write(letters: readonly TakenLetter[]): Promise<Written> {
    const passwords = letters.filter((letter) => letter.kind === 'password');
    const others = letters.filter((letter) => letter.kind !== 'password');
    return new Map([
      ...(await eachOrAlone(passwords, (some) => this.passwordLetters(some))),
      ...(await eachOrAlone(others, (some) => this.writer.write(some))),
    ]);
  }

  private async passwordLetters(
    letters: readonly TakenLetter[],
  ): Promise<Map<string, RenderedLetter | null>> {
    // A mail to the test addresses must not open somebody's account.
    const real = letters.filter((letter) => letter.mode === 'live');
    const tokens = await this.links.freshTokens(real.map((letter) => letter.occasion));
    return new Map(
      await Promise.all(
        letters.map(async (letter): Promise<[string, RenderedLetter | null]> => {
          const token = tokens.get(letter.occasion) ?? null;
          const unused = letter.mode === 'live' && token === null;
          return [letter.id, unused ? null : await this.passwordLetter(letter, token)];
        }),
      ),
    );
  }

  private async passwordLetter(letter: ClaimedLetter, token: string | null): Promise<RenderedLetter> {
    const { name, language, day } = letter;
    const frame = await this.writer.frame({ title: '', name, language }, day);
    const url = token === null ? '/password' : `/password#${token}`;
    return passwordLetter({ ...frame, url, hours: PASSWORD_LINK_HOURS });
  }
}

/** Writes a batch together; when that fails, each alone, so that only the one at fault fails. */
async function eachOrAlone(
  letters: readonly TakenLetter[],
  write: (letters: readonly TakenLetter[]) => Promise<ReadonlyMap<string, RenderedLetter | null>>,
): Promise<Written> {
  if (letters.length === 0) return new Map();
  try {
    return new Map(await write(letters));
  } catch {
    const written: Written = new Map();
    for (const letter of letters) {
      try {
        written.set(letter.id, (await write([letter])).get(letter.id) ?? null);
      } catch (error) {
        written.set(letter.id, error instanceof Error ? error : new Error(String(error)));
      }
    }
    return written;
  }
}
