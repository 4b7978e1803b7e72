import type { Logger } from '@nashra/log';
import { type PipelineQueues, type QueueName, STANDS, troublesOfQueue } from '@nashra/pipeline';
import { type NamedFault, STANDSTILL_MS, type Weather, within } from '@nashra/queue';
import { Gauge, type Registry } from 'prom-client';
import { watchPace } from './watch-pace.ts';

const LOOK_MS = 3_000;
const LEAVE_MS = 1_000;
const SLOW = 'redis: its answers take long';
/** A clock that is further off is no drift. */
const WRONG_CLOCK_MS = 5_000;

export interface FlowWatch extends AsyncDisposable {
  /** What is wrong with a queue that this process works for, in a line; null when work moves. */
  trouble(): string | null;
  /** What makes work slow or uncertain that moves all the same, in a line; null when nothing does. */
  burden(): string | null;
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
  let burden: NamedFault | null = null;
  let wasTold = false;
  const isSlow = watchPace(() => queues.ping());
  new Gauge({
    name: 'nashra_stands_still',
    help: '1 while a queue of this process is paused or jobs wait and none leaves.',
    registers: [registry],
    collect() {
      this.set(found === null ? 0 : 1);
    },
  });

  async function look(): Promise<void> {
    await queues.tellHere(service, true);
    const what = weather.lately?.what ?? ((await isSlow()) ? SLOW : clockTrouble(queues.skewMs()));
    if (what === null) burden = null;
    else if (burden?.what !== what) burden = { what, since: weather.lately?.since ?? new Date() };
    const told = weather.fault ?? burden;
    if (told || wasTold) await queues.tellFault(service, told);
    wasTold = told !== null;
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
    burden: () => (weather.lately ? `${weather.lately.what} a moment ago` : (burden?.what ?? null)),
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await looking;
      // Nobody wonders where it is, unless Redis is away.
      await within(LEAVE_MS, queues.tellHere(service, false));
    },
  };
}

/** Redis keeps the time of all: a clock that is far from its own is wrong, and nothing here goes by it. */
function clockTrouble(skewMs: number): string | null {
  if (Math.abs(skewMs) < WRONG_CLOCK_MS) return null;
  return `clock: far ${skewMs > 0 ? 'ahead of' : 'behind'} that of redis`;
}

/** The queues that a service takes jobs of. */
export function queuesOf(service: string, all: readonly QueueName[]): readonly QueueName[] {
  if (service === 'scheduler') return ['tick', 'release'];
  return all.filter((name) => name === service);
}
