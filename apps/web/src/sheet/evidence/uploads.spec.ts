import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type * as Api from '../../api';
import type * as Uploads from './uploads';

/** A request as it leaves the device; it stays under way until it is broken off. */
class SlowRequest extends EventTarget {
  static sent: SlowRequest[] = [];
  readonly upload = new EventTarget();
  readonly status = 0;
  aborted = false;
  path = '';

  open(_method: string, path: string): void {
    this.path = path;
  }

  setRequestHeader(): void {
    // Which headers there are is nothing of this test.
  }

  send(): void {
    SlowRequest.sent.push(this);
  }

  abort(): void {
    this.aborted = true;
    this.dispatchEvent(new Event('abort'));
    this.dispatchEvent(new Event('loadend'));
  }
}

const MIURA = 'miura';
const SATO = 'sato';
const SHEET = 'sheet';
const file = (name: string): File => new File(['%PDF-1.7'], name);

describe('the files of a person on their way', () => {
  let uploads: typeof Uploads;
  let api: typeof Api;

  beforeAll(async () => {
    Object.assign(globalThis, {
      window: new EventTarget(),
      location: { origin: 'http://city.example' },
      XMLHttpRequest: SlowRequest,
    });
    api = await import('../../api');
    uploads = await import('./uploads');
  });

  beforeEach(() => {
    api.forgetPerson();
    SlowRequest.sent = [];
  });

  it('are seen by nobody else', async () => {
    await uploads.evidenceUploads(MIURA, SHEET).add([file('a.pdf')], 100);
    expect(uploads.evidenceUploads(MIURA, SHEET).snapshot()).toHaveLength(1);
    expect(uploads.evidenceUploads(SATO, SHEET).snapshot()).toEqual([]);
  });

  it('end when the person leaves: what is under way is broken off, what waits is never sent', async () => {
    const own = uploads.evidenceUploads(MIURA, SHEET);
    await own.add([file('a.pdf'), file('b.pdf')], 100);
    expect(SlowRequest.sent).toHaveLength(1);
    api.forgetPerson();
    await new Promise(setImmediate);
    expect(SlowRequest.sent.map(({ aborted }) => aborted)).toEqual([true]);
    expect(own.snapshot()).toEqual([]);
    expect(uploads.evidenceUploads(MIURA, SHEET).snapshot()).toEqual([]);
  });

  it('end also while they are still being looked at', async () => {
    const own = uploads.evidenceUploads(MIURA, SHEET);
    const adding = own.add([file('a.pdf')], 100);
    api.forgetPerson();
    await adding;
    expect(own.snapshot()).toEqual([]);
    expect(SlowRequest.sent).toEqual([]);
  });
});
