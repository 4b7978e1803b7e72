import { join } from 'node:path';
import type { ServiceSpec } from '@nashra/stack';
import { PROJECT } from '../system/data-folder.ts';
import type { Ports } from './ports.ts';
import { SERVICES } from './services.ts';

export interface SpecOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly dataDir: string;
  readonly ports: Ports;
  /** `host:port` of the sample newsroom's publishers; empty without one. */
  readonly newsroom: readonly string[];
  /** True for all services in one process. */
  readonly together: boolean;
}

/** The newsroom is our own and need not be spared, and its corrections should show while somebody watches. */
const NEWSROOM_PACE = { HOST_INTERVAL_MS: '100', REVISIT_AFTER_MS: '5000' };

/** The services as child processes: the same programs and variables as anywhere else. */
export function serviceSpecs(options: SpecOptions): ServiceSpec[] {
  const { databaseUrl, redisUrl, dataDir, ports, newsroom, together } = options;
  const own = process.env;
  const allowed = [own['FETCH_ALLOW_PRIVATE'], ...newsroom].filter(Boolean).join(',');
  const pace = newsroom.length > 0 ? NEWSROOM_PACE : {};
  const common = {
    ...pace,
    ...pick(own, Object.keys(pace)),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    NASHRA_DATA: dataDir,
    // Halves what a start costs: the same sources need no second compilation.
    NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'),
    NASHRA_BLOBS: own['NASHRA_BLOBS'] ?? join(dataDir, 'blobs'),
    FETCH_ALLOW_PRIVATE: allowed,
    HOST: '127.0.0.1',
    OPS_PORT: String(ports.ops),
  };
  const portOf = (name: (typeof SERVICES)[number]) => ports[name === 'ops' ? 'ops-health' : name];
  if (together) {
    const chosen = Object.fromEntries(SERVICES.map((name) => [name, portOf(name)]));
    const main = join(PROJECT, 'packages', 'cli', 'src', 'up', 'together-main.ts');
    return [{ name: 'together', main, env: { ...common, NASHRA_PORTS: JSON.stringify(chosen) } }];
  }
  return SERVICES.map((name) => ({
    name,
    main: join(PROJECT, 'services', name, 'src', 'main.ts'),
    env: { ...common, PORT: String(portOf(name)) },
  }));
}

/** What the caller has set goes before what we would. */
function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
