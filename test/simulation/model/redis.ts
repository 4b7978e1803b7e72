import { lostRedis, type Process } from '../world/process.ts';
import { processAt } from '../world/world.ts';

/** A process's connection to the simulated Redis, as far as the product asks it anything itself. */
export class Connection {
  readonly process: Process;

  constructor(process: Process) {
    this.process = process;
  }

  /** Does something there, if it can be reached; whether it was done may stay unknown. */
  async ask<T>(what: string, work: () => T): Promise<T> {
    const { troubles } = this.process.world;
    await this.process.reach(what, troubles.redisLost, lostRedis);
    const result = work();
    this.process.answer(what, troubles.redisDoubt, lostRedis);
    return result;
  }

  on(): this {
    return this;
  }

  disconnect(): void {}

  get state() {
    return this.process.world.redis;
  }

  async time(): Promise<[number, number]> {
    const { now } = this.process.world.clock;
    return [Math.floor(now / 1_000), Math.floor((now % 1_000) * 1_000)];
  }

  async info(): Promise<string> {
    return 'used_memory:1000000\nmaxmemory:0\n';
  }

  get(key: string): Promise<string | null> {
    return this.ask('get', () => this.state.texts.get(key) ?? null);
  }

  set(key: string, value: string): Promise<string> {
    return this.ask('set', () => {
      this.state.texts.set(key, value);
      return 'OK';
    });
  }
}

type Named = Parameters<typeof processAt>[0];

export const openProducerConnection = (url: Named) => new Connection(processAt(url));
export const openWorkerConnection = openProducerConnection;
export const openRedis = (url: Named) => ({
  redis: openProducerConnection(url),
  async [Symbol.asyncDispose]() {},
});

/** Of these keys, those that a job holds which will run; see `liveKeys` of packages/queue. */
export function liveKeys(
  connection: Connection,
  base: string,
  keys: readonly string[],
  list = '',
): Promise<ReadonlySet<string>> {
  return connection.ask('liveKeys', () => {
    const queue = connection.state.queue(base.slice(base.lastIndexOf(':') + 1));
    const held = new Set<string>();
    for (const { data } of queue.jobs.values()) {
      for (const id of list === '' ? [] : ((data[list] as number[] | undefined) ?? [])) {
        held.add(String(id));
      }
    }
    return new Set(
      keys.filter((key) => held.has(key) || queue.jobs.has(queue.names.get(key) ?? '')),
    );
  });
}
