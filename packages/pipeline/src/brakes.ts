import type { Lane } from '@nashra/db';
import type { QueueCounts, RedisMemory } from '@nashra/queue';
import type { Pipeline, QueueName } from './way.ts';

/** What has nothing more let in for a while: somebody behind fetch has more to do than should wait. */
export type Brake =
  | {
      readonly where: 'parse' | 'dedupe' | 'index';
      readonly jobs: number;
      /** Whether live news comes in all the same: of what waits there too much goes behind it. */
      readonly newsGoesOn: boolean;
    }
  | { readonly where: 'redis'; readonly share: number };

/** The default of MAX_BACKLOG. */
export const MAX_BACKLOG = 1_000;
/** A job of these stands for many more addresses than one of parse. */
const IN_COMPANY = 4;
/** Of maxmemory: beyond it Redis refuses the jobs of those that are in flight as well. */
const REDIS_SHARE = 0.85;

/** Pure half of it. */
export function brakesOf(
  counts: Readonly<
    Record<'parse' | 'dedupe' | 'index', Pick<QueueCounts, 'waiting' | 'background'>>
  >,
  { usedBytes, mostBytes }: RedisMemory,
  maxBacklog: number,
): Brake[] {
  const most = {
    parse: maxBacklog,
    dedupe: maxBacklog / IN_COMPANY,
    index: maxBacklog / IN_COMPANY,
  };
  const stages = BEHIND.filter((name) => counts[name].waiting >= most[name]);
  const share = mostBytes > 0 ? usedBytes / mostBytes : 0;
  return [
    ...stages.map((where): Brake => {
      const { waiting, background } = counts[where];
      return { where, jobs: waiting, newsGoesOn: waiting - background < most[where] };
    }),
    ...(share >= REDIS_SHARE ? [{ where: 'redis', share } as const] : []),
  ];
}

const BEHIND = ['parse', 'dedupe', 'index'] as const satisfies readonly QueueName[];

/** The lanes that nothing holds back now. */
export async function openLanes(
  { queues }: Pick<Pipeline, 'queues'>,
  maxBacklog: number,
): Promise<readonly Lane[]> {
  const [counts, memory] = await Promise.all([queues.counts(BEHIND), queues.memory()]);
  return lanesOf(brakesOf(counts, memory, maxBacklog));
}

/** What operators have sent through in thousands is not to stand in the way of what is new. */
export function lanesOf(brakes: readonly Brake[]): readonly Lane[] {
  if (brakes.length === 0) return [0, 1];
  return brakes.every((it) => it.where !== 'redis' && it.newsGoesOn) ? [0] : [];
}
