/** A person's browser without a screen: a session cookie and the API. */
export class Session {
  private cookie = '';

  constructor(private readonly url: string) {}

  /** Signs in as a person of the sample city. */
  async signIn(staffNumber: string): Promise<this> {
    const answer = await this.send('POST', '/api/session/sample', { staffNumber });
    if (answer.status !== 200)
      throw new Error(`sign-in of ${staffNumber}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return this;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown; headers: Headers }> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { 'x-mawasu': '1' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
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
