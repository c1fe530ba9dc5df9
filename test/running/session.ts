import { waiting } from './waits.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A person's browser without a screen: a session cookie and the API. */
export class Session {
  private cookie = '';

  /** For a request of the test's own. */
  get cookieHeader(): string {
    return this.cookie;
  }

  constructor(private readonly url: string) {}

  /** Signs in as a person of the sample city. */
  async signIn(staffNumber: string): Promise<this> {
    const answer = await this.send('POST', '/api/session/sample', { staffNumber });
    if (answer.status !== 200)
      throw new Error(`sign-in of ${staffNumber}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return this;
  }

  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    if (body === undefined) return this.fetch(method, path, { headers });
    return this.fetch(method, path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Sends a file as the data page does. */
  upload(
    path: string,
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    form.append('file', new Blob([content]), name);
    return this.fetch('POST', path, { body: form });
  }

  private async fetch(
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: string | FormData },
  ): Promise<Answer> {
    const asked = fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { 'x-mawasu': '1' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const response = await waiting(`${method} ${path}`, asked);
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: json && text ? (JSON.parse(text) as unknown) : text,
      headers: response.headers,
    };
  }

  /** The answer's body; anything but success fails the test with the server's words. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.ask<T>('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.ask<T>('PUT', path, body);
  }
}
