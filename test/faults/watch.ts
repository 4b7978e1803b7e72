import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '@nashra/db';
import { queues as contracts, readTroubles, type Trouble } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { sql } from 'kysely';
import type { System } from './system.ts';

const EVERY_MS = 1_000;

/** What was said and seen, second by second. */
export interface Watch extends AsyncDisposable {
  /** When `name` was first read since a time, in readyz of any service and in the status. */
  named(name: RegExp, since: number): { readonly readyz?: number; readonly status?: number };
  /** A service has answered, whatever it said. */
  readonly hasAnswered: boolean;
  /** Numbers of changes as a reader who follows was given them. */
  readonly followed: readonly number[];
  /** Every sentence that was said, for the report of a cell that does not hold. */
  sentences(): string[];
}

/** As `nashra status` does: a process of its own each time, on the same way as the services. */
async function askStatus({ ways, prefix }: System): Promise<Trouble[]> {
  const address = { redisUrl: ways.redis.url, prefix };
  await using db = openDb(ways.postgres.url, { poolSize: 1, statementTimeoutMs: 5_000 });
  await using queues = openQueues(contracts, address);
  return await readTroubles({ db, queues });
}

/** Asks all services every second whether they are ready, the status what is wrong, and follows the change feed. */
export function startWatch(system: System): Watch {
  const stop = new AbortController();
  const said: { readonly at: number; readonly by: 'readyz' | 'status'; readonly text: string }[] =
    [];
  const followed: number[] = [];
  let hasAnswered = false;

  async function look(): Promise<void> {
    const at = performance.now();
    const [readyz, troubles] = await Promise.all([system.readyz(), askStatus(system)]);
    hasAnswered ||= Object.values(readyz).some((it) => it !== 'no answer');
    for (const [who, text] of Object.entries(readyz)) {
      if (text !== 'ready') said.push({ at, by: 'readyz', text: `${who} ${text}` });
    }
    for (const { where, what } of troubles)
      said.push({ at, by: 'status', text: `${where} ${what}` });
    const after = followed.at(-1) ?? 0;
    const { rows } = await sql<{ seq: number }>`
      select seq from reader.changes where seq > ${after} order by seq limit 1000`.execute(
      system.db,
    );
    followed.push(...rows.map(({ seq }) => Number(seq)));
  }

  async function keepLooking(): Promise<void> {
    while (!stop.signal.aborted) {
      await look().catch(() => {});
      await sleep(EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  }
  const done = keepLooking();

  return {
    followed,
    get hasAnswered() {
      return hasAnswered;
    },
    named(name, since) {
      const first = (by: string) =>
        said.find((it) => it.by === by && it.at >= since && name.test(it.text))?.at;
      const [readyz, status] = [first('readyz'), first('status')];
      return { ...(readyz && { readyz }), ...(status && { status }) };
    },
    sentences: () => [
      ...new Set(said.map(({ by, text }) => `${by}: ${text.replace(/, since.*/, '')}`)),
    ],
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
      await look().catch(() => {});
    },
  };
}
