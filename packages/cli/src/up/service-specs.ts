import { join } from 'node:path';
import { sourceVariables } from '@nashra/sources';
import { type ServiceSpec, variablesOf } from '@nashra/stack';
import { PROJECT } from '../system/project.ts';
import type { Doors } from './doors.ts';
import { healthPortOf, type Ports } from './ports.ts';
import { SERVICES, type ServiceName } from './services.ts';

export interface SpecOptions {
  /** What the caller has set; a service sees of it only what it reads. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where each service finds Postgres and Redis. */
  doors(name: ServiceName): Doors;
  readonly dataDir: string;
  /** What secrets of sources are sealed under. */
  readonly secretKey: string;
  readonly ports: Ports;
  /** `host:port` of the sample newsroom's publishers; empty without one. */
  readonly newsroom: readonly string[];
  /** True for all services in one process. */
  readonly together: boolean;
}

/** The newsroom is our own and need not be spared, and its corrections should show while somebody watches. */
const NEWSROOM_PACE = { HOST_INTERVAL_MS: '100', REVISIT_AFTER_MS: '5000' };

/** The services as child processes: the same programs and variables as anywhere else, and no others. */
export async function serviceSpecs(options: SpecOptions): Promise<ServiceSpec[]> {
  const { ports } = options;
  const portOf = (name: ServiceName) => ports[healthPortOf(name)];
  const settings = settingsOf(options);
  const given = Object.keys(sourceVariables(options.env));
  const own = await Promise.all(
    SERVICES.map(async (name) => {
      const { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL } = options.doors(name);
      const read = [...(await variablesOf(name)), ...(name === 'fetch' ? given : [])];
      const files = read.map((it) => `${it}_FILE`);
      // The client of a bucket finds its keys by itself, in variables of its own.
      const keys = read.includes('NASHRA_BLOBS') ? bucketSettings(options.env) : [];
      return pick({ ...settings, DATABASE_URL, REDIS_URL }, [...read, ...files, ...keys]);
    }),
  );
  const always = {
    // Halves what a start costs: the same sources need no second compilation.
    NODE_COMPILE_CACHE: join(options.dataDir, 'compile-cache'),
    ...driverSettings(options.env),
  };
  if (options.together) {
    const chosen = Object.fromEntries(SERVICES.map((name) => [name, portOf(name)]));
    const main = join(PROJECT, 'packages', 'cli', 'src', 'up', 'together-main.ts');
    const env = Object.assign({}, always, ...own.toReversed(), {
      NASHRA_PORTS: JSON.stringify(chosen),
    });
    return [{ name: 'together', main, env }];
  }
  return SERVICES.map((name, at) => ({
    name,
    main: join(PROJECT, 'services', name, 'src', 'main.ts'),
    env: { ...always, ...own[at], PORT: String(portOf(name)) },
  }));
}

/** Everything that any service might read. */
function settingsOf(options: SpecOptions): Record<string, string | undefined> {
  const { env, dataDir, secretKey, ports, newsroom } = options;
  const pace = newsroom.length > 0 ? NEWSROOM_PACE : {};
  return {
    ...pace,
    // What the caller has set goes before what we would.
    NASHRA_BLOBS: join(dataDir, 'blobs'),
    NASHRA_SECRET_KEY: secretKey,
    ...pick(env, Object.keys(env)),
    NASHRA_DATA: dataDir,
    FETCH_ALLOW_PRIVATE: [env['FETCH_ALLOW_PRIVATE'], ...newsroom].filter(Boolean).join(','),
    HOST: '127.0.0.1',
    OPS_PORT: String(ports.ops),
    PORTAL_PORT: String(ports.portal),
    INBOUND_PORT: String(ports.inbound),
  };
}

/** PGPASSWORD, PGSSLMODE and their kin complete an address of the caller's own. */
function driverSettings(env: SpecOptions['env']): Record<string, string> {
  if (!env['DATABASE_URL']?.trim()) return {};
  const names = Object.keys(env).filter((name) => /^PG[A-Z]+$/.test(name));
  return pick(env, names);
}

function bucketSettings(env: SpecOptions['env']): string[] {
  const inBucket = env['NASHRA_BLOBS']?.includes('s3://') ?? false;
  return inBucket ? Object.keys(env).filter((name) => name.startsWith('AWS_')) : [];
}

/** Those of the variables that are set, to more than nothing. */
function pick(env: SpecOptions['env'], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])),
  );
}
