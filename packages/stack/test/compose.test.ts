import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variablesOf } from '../src/index.ts';

interface Container {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly healthcheck?: unknown;
}

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path: string) => readFileSync(root(path), 'utf8');
const readCompose = (path: string) =>
  parse(read(path), { merge: true }) as {
    readonly services: Readonly<Record<string, Container>>;
    readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  };

const compose = readCompose('docker-compose.yml');
const readers = readCompose('docker-compose.readers.yml');
const dockerfile = read('infra/docker/Dockerfile');
const services = readdirSync(root('services'));
const OURS = 'nashra:latest';
const userOfImage = (image: string) =>
  image === OURS ? /^USER (\w+)$/m.exec(dockerfile)?.[1] : undefined;
const containers = Object.entries(compose.services);
/** What the image says of its own place; a deployment does not choose it. */
const imageEnv = [...dockerfile.matchAll(/^(?:ENV| {4}) ?([A-Z_]+)=/gm)].map(([, name]) => name);

const environmentOf = (name: string) => compose.services[name]?.environment ?? {};

describe('docker-compose.yml', () => {
  it('has one container for each service, all from one image', () => {
    for (const name of services) {
      expect(compose.services[name]).toMatchObject({ image: OURS, environment: { SERVICE: name } });
    }
  });

  it.each(services)('gives %s every setting it reads, and no other', async (name) => {
    const settings = (await variablesOf(name)).filter((it) => !imageEnv.includes(it));
    const given = Object.keys(environmentOf(name))
      .filter((it) => it !== 'SERVICE')
      .map((it) => it.replace(/_PASSWORD_FILE$/, '_PASSWORD'));
    expect(given.toSorted()).toEqual(settings.toSorted());
  });

  it.each(services)(
    'takes what may be set of %s from .env, and asks for no default of ours',
    (name) => {
      const fixed = [
        'SERVICE',
        'DATABASE_URL',
        'DATABASE_PASSWORD_FILE',
        'REDIS_URL',
        'REDIS_PASSWORD_FILE',
      ];
      for (const [variable, value] of Object.entries(environmentOf(name))) {
        if (fixed.includes(variable) || /^(?:OPS|PORTAL|INBOUND)_PORT$/.test(variable)) continue;
        expect(value).toBe(`\${${variable}:-}`);
      }
    },
  );

  it('pastes no password into an address', () => {
    for (const [name, { environment = {} }] of containers) {
      for (const value of Object.values(environment)) {
        if (value.includes('://')) expect(`${name} ${value}`).not.toContain('${');
      }
    }
  });

  it('asks for both passwords before anything starts', () => {
    const text = read('docker-compose.yml');
    const uses = [...text.matchAll(/\$\{(POSTGRES|REDIS)_PASSWORD([^}]*)\}/g)];
    expect(uses.length).toBeGreaterThan(0);
    for (const [, , rest] of uses) expect(rest).toMatch(/^:\?put \w+ into \.env$/);
  });

  it('shows the passwords of .env to whoever migrates and commands, and to no service', () => {
    const holdersOf = (password: string) =>
      containers.flatMap(([name, { environment = {}, command }]) =>
        JSON.stringify([environment, command]).includes(`${password}:`) ? [name] : [],
      );
    expect(holdersOf('POSTGRES_PASSWORD')).toEqual(['postgres', 'migrate', 'cli']);
    expect(holdersOf('REDIS_PASSWORD')).toEqual(['redis', 'migrate', 'cli']);
    for (const name of services) {
      const login = name === 'ops' ? 'dashboards' : 'services';
      const { DATABASE_URL, DATABASE_PASSWORD_FILE, ...redis } = environmentOf(name);
      expect(DATABASE_URL).toContain(`//nashra_${login}@`);
      expect(DATABASE_PASSWORD_FILE).toBe('/data/login/password');
      expect(redis['REDIS_URL']).toContain(`//${login}@`);
      expect(redis['REDIS_PASSWORD_FILE']).toBe('/data/login/redis');
      const logins = compose.services[name]?.volumes?.filter((it) => it.includes('login'));
      expect(logins).toEqual([`${login}_login:/data/login:ro`]);
    }
  });

  it('gives the blobs to those who read them, and to nobody else', async () => {
    for (const name of services) {
      const needs = (await variablesOf(name)).includes('NASHRA_BLOBS');
      const has = compose.services[name]?.volumes?.includes('blobs:/data/blobs') ?? false;
      expect([name, has]).toEqual([name, needs]);
    }
  });

  it('publishes on loopback alone, and the servers only by the file for readers', () => {
    const ports = [...containers, ...Object.entries(readers.services)].flatMap(
      ([, container]) => container.ports ?? [],
    );
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(compose.services['postgres']?.ports).toBeUndefined();
    expect(compose.services['redis']?.ports).toBeUndefined();
    expect(readers.services['postgres']?.ports).toHaveLength(1);
  });

  it('puts every container with a published port on a network from which it can be reached', () => {
    const networks = { ...compose.networks, ...readers.networks };
    for (const { services } of [compose, readers]) {
      for (const [name, container] of Object.entries(services)) {
        if (!container.ports) continue;
        const open = container.networks?.some((network) => !networks[network]?.internal);
        expect([name, open]).toEqual([name, true]);
      }
    }
  });

  it('runs nothing as root, on no writable root, with no privileges', () => {
    for (const [name, container] of containers) {
      const { read_only, cap_drop } = container;
      expect({ name, read_only, cap_drop }).toEqual({ name, read_only: true, cap_drop: ['ALL'] });
      expect(container.user ?? userOfImage(container.image)).toMatch(
        /^(node|postgres|redis|nobody|grafana)$/,
      );
    }
  });

  it('watches the health of every container', () => {
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    const unwatched = containers.filter(
      ([, { image, healthcheck }]) => !healthcheck && image !== OURS,
    );
    expect(unwatched).toEqual([]);
  });
});

describe('infra', () => {
  it('holds a Dockerfile without complaints', () => {
    const complaints = validate(dockerfile);
    expect(complaints.map(({ message }) => message)).toEqual([]);
  });

  it('never lets Redis evict or forget more than a second', () => {
    const lines = read('infra/redis/redis.conf').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'maxmemory-policy noeviction',
        'appendonly yes',
        'appendfsync everysec',
      ]),
    );
  });
});
