import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Container {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: unknown;
}

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path: string) => readFileSync(root(path), 'utf8');

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Readonly<Record<string, Container>>;
};
const services = readdirSync(root('services'));
const OURS = 'nashra:latest';
const userOfImage = (image: string) =>
  image === OURS ? /^USER (\w+)$/m.exec(read('infra/docker/Dockerfile'))?.[1] : undefined;
const containers = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('has one container for each service, all from one image', () => {
    for (const name of services) {
      expect(compose.services[name]).toMatchObject({
        image: OURS,
        environment: { SERVICE: name },
      });
    }
  });

  it('sets no variable that the service does not read', () => {
    const common = read('packages/service/src/service-env.ts');
    for (const name of services) {
      const known = common + read(`services/${name}/src/config.ts`);
      const { SERVICE: _, ...environment } = compose.services[name]?.environment ?? {};
      for (const variable of Object.keys(environment)) expect(known).toContain(`${variable}:`);
    }
  });

  it('gives the blobs to those who read them, and to nobody else', () => {
    for (const name of services) {
      const needs = read(`services/${name}/src/config.ts`).includes('...blobsEnv');
      const has = compose.services[name]?.volumes?.includes('blobs:/data/blobs') ?? false;
      expect([name, has]).toEqual([name, needs]);
    }
  });

  it('runs nothing as root, on no writable root, with no privileges', () => {
    for (const [name, container] of containers) {
      const { read_only, cap_drop } = container;
      expect({ name, read_only, cap_drop }).toEqual({ name, read_only: true, cap_drop: ['ALL'] });
      expect(container.user ?? userOfImage(container.image)).toMatch(/^(node|postgres|redis)$/);
    }
  });

  it('watches the health of every container', () => {
    expect(read('infra/docker/Dockerfile')).toMatch(/^HEALTHCHECK /m);
    const unwatched = containers.filter(
      ([, { image, healthcheck }]) => !healthcheck && image !== OURS,
    );
    expect(unwatched).toEqual([]);
  });
});

describe('infra', () => {
  it('holds a Dockerfile without complaints', () => {
    const complaints = validate(read('infra/docker/Dockerfile'));
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
