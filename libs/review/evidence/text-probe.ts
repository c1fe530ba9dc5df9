import { TextDecoder } from 'node:util';
import { isMarkup } from './evidence-kind.rules.js';

/** Control characters that no text has; a tab and the ends of lines and pages it has. */
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/u;

/** So many characters decide whether a text is markup. */
const BEGINNING = 512;

class Reading {
  private readonly decoder: TextDecoder;
  private beginning = '';
  private good = true;

  constructor(label: 'utf-8' | 'shift_jis') {
    this.decoder = new TextDecoder(label, { fatal: true, ignoreBOM: false });
  }

  feed(bytes: Uint8Array | undefined): void {
    if (!this.good) return;
    try {
      const text = bytes ? this.decoder.decode(bytes, { stream: true }) : this.decoder.decode();
      if (CONTROLS.test(text)) this.good = false;
      if (this.beginning.length < BEGINNING) this.beginning += text.slice(0, BEGINNING);
    } catch {
      this.good = false;
    }
  }

  get isPlainText(): boolean {
    return this.good && !isMarkup(this.beginning);
  }
}

/** Tells while bytes pass by whether they are plain text in UTF-8 or Shift_JIS. */
export class TextProbe {
  private readonly readings = [new Reading('utf-8'), new Reading('shift_jis')];

  feed(bytes: Uint8Array): void {
    for (const reading of this.readings) reading.feed(bytes);
  }

  /** Asked once, after the last byte. */
  isPlainText(): boolean {
    for (const reading of this.readings) reading.feed(undefined);
    const [utf8, shiftJis] = this.readings;
    return utf8?.isPlainText === true || shiftJis?.isPlainText === true;
  }
}
