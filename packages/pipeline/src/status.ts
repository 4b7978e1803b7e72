import { type ArticleCounts, countArticles } from '@nashra/articles';
import { countAddresses, type PlannedLooks, plannedLooks } from '@nashra/ledger';
import type { QueueCounts } from '@nashra/queue';
import { countSources } from '@nashra/sources';
import { type Brake, brakesOf, MAX_BACKLOG } from './brakes.ts';
import { readTroubles, type Trouble } from './troubles.ts';
import { type AddressState, type Pipeline, type QueueName, STATES } from './way.ts';

/** What `nashra status --json` and the dashboards give. */
export interface Status extends ArticleCounts {
  /** Addresses by state, zeros too. */
  readonly ledger: Readonly<Record<AddressState, number>>;
  /** Final addresses by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly queues: Readonly<Record<QueueName, QueueCounts>>;
  /** Addresses that came to nothing for now, or are short, and are looked at again. */
  readonly again: PlannedLooks;
  readonly publishers: number;
  readonly feeds: number;
  /** What keeps work from moving; empty when it moves. */
  readonly troubles: readonly Trouble[];
  /** What has nothing more let in for a while. */
  readonly brakes: readonly Brake[];
}

export async function readStatus(
  { db, queues }: Pipeline,
  maxBacklog = MAX_BACKLOG,
): Promise<Status> {
  const [ledger, again, articles, sources, counts, memory, troubles] = await Promise.all([
    readLedger({ db }),
    plannedLooks(db),
    countArticles(db),
    countSources(db),
    queues.counts(),
    queues.memory(),
    readTroubles({ db, queues }),
  ]);
  const brakes = brakesOf(counts, memory, maxBacklog);
  return { ...ledger, again, queues: counts, ...sources, ...articles, troubles, brakes };
}

/** The ledger's half of it. */
export async function readLedger({
  db,
}: Pick<Pipeline, 'db'>): Promise<Pick<Status, 'ledger' | 'reasons'>> {
  const { states, reasons } = await countAddresses(db);
  const ledger = Object.fromEntries(STATES.map((state) => [state, states[state] ?? 0]));
  return { ledger: ledger as Status['ledger'], reasons };
}
