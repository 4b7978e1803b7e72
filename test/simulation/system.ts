import { loadService, type StartService } from '@nashra/stack';
import { openModelDb } from './model/db.ts';
import type { World } from './world/world.ts';

/** Services of the way, each as many processes as a seed says. */
export const SERVICES = ['scheduler', 'fetch', 'parse', 'dedupe', 'index'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Loaded once, whatever number of worlds there will be. */
export async function loadServices(): Promise<ReadonlyMap<ServiceName, StartService>> {
  return new Map(
    await Promise.all(SERVICES.map(async (name) => [name, await loadService(name)] as const)),
  );
}

/** What all processes of a world are set to. */
export interface Settings {
  readonly intervalMs: number;
  readonly concurrency: number;
  readonly tickMs: number;
  /** Of one process of dedupe or index. */
  readonly jobsAtOnce: number;
}

/** The processes of a world: each starts again some seconds after it died, as an orchestrator has it. */
export class System {
  readonly #world: World;
  readonly #services: ReadonlyMap<ServiceName, StartService>;
  readonly #settings: Settings;
  #started = 0;
  /** What ended a start, which nothing may. */
  readonly failures: unknown[] = [];

  constructor(world: World, services: ReadonlyMap<ServiceName, StartService>, settings: Settings) {
    this.#world = world;
    this.#services = services;
    this.#settings = settings;
  }

  start(service: ServiceName): void {
    const { clock, random } = this.#world;
    const name = `${service}-${++this.#started}`;
    const process = this.#world.start(name);
    process.onDeath.add(() => {
      clock.after(random.spread(500, 8_000), () => this.start(service));
    });
    const { intervalMs, concurrency, tickMs, jobsAtOnce } = this.#settings;
    const env = {
      DATABASE_URL: 'postgres://nobody@nowhere/none',
      REDIS_URL: `redis://${name}`,
      NASHRA_BLOBS: name,
      NASHRA_PREFIX: 'sim',
      HOST_INTERVAL_MS: String(intervalMs),
      HOST_CONCURRENCY: String(concurrency),
      TICK_MS: String(tickMs),
      DEDUPE_CONCURRENCY: String(jobsAtOnce),
      INDEX_CONCURRENCY: String(jobsAtOnce),
      PASSING_RETRY_MS: '20000',
      REVISIT_AFTER_MS: '20000',
      ROBOTS_RETRY_MS: '20000',
      FETCH_BACKOFF_MS: '1000',
    };
    const log = logOf((what, more) => this.#world.note(name, what, more));
    const start = this.#services.get(service) as StartService;
    start(env, { db: openModelDb(process), log }).catch((error: unknown) => {
      this.failures.push(error);
    });
  }
}

function logOf(note: (what: string, more: unknown) => void): object {
  const line = (fields: unknown, message?: string) => {
    const { err } = Object(fields) as { readonly err?: unknown };
    note(`says ${message ?? ''}`, err instanceof Error ? err.message : fields);
  };
  const silent = () => {};
  const log: object = { debug: silent, info: silent, warn: line, error: line, child: () => log };
  return log;
}
