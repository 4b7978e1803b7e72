import type { Logger } from '@nashra/log';
import { type PipelineQueues, type QueueName, STANDS, troublesOfQueue } from '@nashra/pipeline';
import { STANDSTILL_MS, type Weather } from '@nashra/queue';
import { Gauge, type Registry } from 'prom-client';

const LOOK_MS = 3_000;

export interface FlowWatch extends AsyncDisposable {
  /** What is wrong with a queue that this process works for, in a line; null when work moves. */
  trouble(): string | null;
}

interface Watched {
  readonly service: string;
  /** Those that this process takes jobs of. */
  readonly names: readonly QueueName[];
  readonly queues: PipelineQueues;
  readonly weather: Weather;
  readonly log: Logger;
  readonly registry: Registry;
}

/**
 * Looks again and again whether the queues of this process move, and says for all to read what stands in its way. Who has
 * just started is given a minute, since what stood before is not of its doing.
 */
export function watchFlow(watched: Watched): FlowWatch {
  const { service, names, queues, weather, log, registry } = watched;
  const startedAt = performance.now();
  let found: string | null = null;
  let wasTold = false;
  new Gauge({
    name: 'nashra_stands_still',
    help: '1 while a queue of this process is paused or jobs wait and none leaves.',
    registers: [registry],
    collect() {
      this.set(found === null ? 0 : 1);
    },
  });

  async function look(): Promise<void> {
    const { fault } = weather;
    if (fault || wasTold) await queues.tellFault(service, fault);
    wasTold = fault !== null;
    const flows = await Promise.all(names.map((name) => queues.flow(name)));
    const troubles = flows.flatMap((flow, at) => troublesOfQueue(names[at] as QueueName, flow));
    const isNew = performance.now() - startedAt < STANDSTILL_MS;
    const [first] = troubles.filter((it) => !isNew || it.what.startsWith('paused'));
    const now = first ? `${first.where} ${first.what}` : null;
    if (now && now !== found) log.error({ queue: first?.where }, first?.what ?? STANDS);
    if (!now && found) log.warn({ was: found }, 'work moves again');
    found = now;
  }

  let looking = Promise.resolve();
  let isLooking = false;
  const timer = setInterval(() => {
    // An answer that is late is no reason for a second question.
    if (isLooking) return;
    isLooking = true;
    looking = look()
      .catch(() => {})
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_MS).unref();
  return {
    trouble: () => found,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** The queues that a service takes jobs of. */
export function queuesOf(service: string, all: readonly QueueName[]): readonly QueueName[] {
  if (service === 'scheduler') return ['tick', 'release'];
  return all.filter((name) => name === service);
}
