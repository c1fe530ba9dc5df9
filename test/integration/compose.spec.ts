import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '#config';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Service {
  readonly command?: readonly string[];
  readonly build?: { readonly dockerfile: string };
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build);
const caddy = read('deploy/Caddyfile');

/** What an operator would set. */
const GIVEN: Readonly<Record<string, string>> = {
  DATABASE_PASSWORD: 'a-Secret_0.1~',
  SMTP_URL: 'smtp://mail.city.example.jp:25',
  MAWASU_PUBLIC_URL: 'https://mawasu.city.example.jp',
  MAWASU_CITY_NAME: '青葉川市',
  MAWASU_MAIL_FROM: 'mawasu@city.example.jp',
  MAWASU_METRICS_TOKEN: '0123456789abcdef',
};
const filled = (text: string): string =>
  text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = GIVEN[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} has no value`);
    return value;
  });
const environmentOf = (service: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, text]) => [name, filled(text)]));

const routes = Object.keys((JSON.parse(read('apps/api/openapi.json')) as { paths: object }).paths);

describe('docker-compose.yml', () => {
  it('runs two APIs and two workers beside PostgreSQL, Redis, a mail catcher, the preparation and a proxy', () => {
    expect(services.map(([name]) => name).toSorted()).toEqual(
      ['api-1', 'api-2', 'database', 'mail', 'prepare', 'proxy', 'queue', 'worker-1', 'worker-2'].toSorted(),
    );
  });

  it.each(ours)('%s runs a program that is there, with settings that are known', (_, service) => {
    const [program, script = ''] = service.command ?? [];
    expect(program).toBe('node');
    expect(existsSync(path.join(root, script.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
    expect(existsSync(path.join(root, service.build?.dockerfile ?? ''))).toBe(true);
    expect(Object.keys(service.environment ?? {}).filter((name) => !SETTINGS.includes(name))).toEqual([]);
    const config = readConfig(environmentOf(service));
    expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, queueUrl: 'redis://queue:6379' });
    expect(new URL(config.databaseUrl).hostname in compose.services).toBe(true);
    expect(config.smtpUrl).toBe(GIVEN['SMTP_URL']);
  });

  it('starts only with what an operator must know: no secret and no mail server has a value of its own', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(GIVEN).toSorted());
    const { DATABASE_URL = '' } = environmentOf(compose.services['api-1'] ?? {});
    expect(new URL(DATABASE_URL).password).toBe(GIVEN['DATABASE_PASSWORD']);
  });

  it('has a mail catcher for trials, at the address that the documentation names', () => {
    const [, host = ''] =
      /SMTP_URL=smtp:\/\/(\w+):1025 docker compose --profile trial/.exec(read('docs/operations.md')) ?? [];
    expect(host in compose.services).toBe(true);
  });

  it('believes the proxy, and lets it notice an API that ends', () => {
    const config = readConfig(environmentOf(compose.services['api-1'] ?? {}));
    expect(config.trustProxy).toBe('uniquelocal');
    const everySeconds = Number(/health_interval (\d+)s/.exec(caddy)?.[1]);
    expect(config.drainMs).toBeGreaterThan(2 * everySeconds * 1_000);
  });

  it('asks health at addresses that exist, on ports that are served', () => {
    for (const [name, service] of ours.filter(([, one]) => one.healthcheck)) {
      const [, port, address = ''] =
        /http:\/\/127\.0\.0\.1:(\d+)(\/[\w/]+)/.exec(service.healthcheck?.test.join(' ') ?? '') ?? [];
      const { PORT, MAWASU_WORKER_PORT } = environmentOf(service);
      expect({ name, port }).toEqual({ name, port: name.startsWith('worker') ? MAWASU_WORKER_PORT : PORT });
      const known = name.startsWith('worker') ? ['/health'] : routes;
      expect(known).toContain(address);
    }
    expect(routes).toContain(/health_uri (\S+)/.exec(caddy)?.[1]);
  });

  it('leads the proxy to every API, and mounts files that are there', () => {
    const { environment = {}, volumes = [], depends_on = {} } = compose.services['proxy'] ?? {};
    const apis = services.filter(([name]) => name.startsWith('api-')).map(([name]) => name);
    expect(environment['API']).toBe(apis.map((name) => `${name}:3000`).join(' '));
    expect(Object.keys(depends_on)).toEqual(apis);
    for (const name of Object.keys(environment)) expect(caddy).toContain(`{$${name}:`);
    for (const volume of volumes.filter((one) => one.startsWith('./')))
      expect(existsSync(path.join(root, volume.split(':')[0] ?? ''))).toBe(true);
  });

  it('keeps what Redis holds, and never lets it throw anything away', () => {
    expect(compose.services['queue']?.command?.join(' ')).toBe(
      'redis-server --appendonly yes --maxmemory-policy noeviction',
    );
  });

  it('waits only for services that there are, and names every volume', () => {
    for (const [, service] of services) {
      for (const name of Object.keys(service.depends_on ?? {})) expect(name in compose.services).toBe(true);
      for (const volume of service.volumes ?? [])
        if (!volume.startsWith('.')) expect((volume.split(':')[0] ?? '') in compose.volumes).toBe(true);
    }
  });
});
