import { setTimeout as sleep } from 'node:timers/promises';
import { findEnded } from '@nashra/ledger';
import { FINAL_STATES, type Pipeline, readStatus, replay } from '@nashra/pipeline';
import { openRedis } from '@nashra/queue';
import { Cluster } from 'ioredis';
import { sql } from 'kysely';
import { isSettled } from './balance.ts';
import { type Services, STAGES } from './services.ts';

export interface Trouble {
  /** Empties Redis in the middle. */
  readonly flushall: boolean;
  /** Kills every stage once, one after another. */
  readonly kill: boolean;
}

export interface FirstRun {
  readonly seconds: number;
  readonly cpuSeconds: ReadonlyMap<string, number>;
  readonly peakMib: ReadonlyMap<string, number>;
}

/** A machine that does much else takes its time. */
const MAX_SECONDS = 3_600;

/** From the first tick until every address is final, with what is wanted in between. */
export async function runOnce(
  pipeline: Pipeline,
  stages: Services,
  redisUrl: string,
  trouble: Trouble,
): Promise<FirstRun> {
  const started = Date.now();
  const peakMib = new Map<string, number>();
  let cpuSeconds = new Map<string, number>();
  const makeTrouble = [
    ...(trouble.flushall ? [() => flushAll(redisUrl)] : []),
    ...(trouble.kill ? STAGES.map((name) => () => kill(stages, name)) : []),
  ];
  for (let quiet = 0; quiet < 3; ) {
    await sleep(1_000);
    if (Date.now() - started > MAX_SECONDS * 1_000) throw new Error('not settled in time');
    const usage = await stages.usage();
    cpuSeconds = new Map([...usage].map(([name, it]) => [name, it.cpuSeconds]));
    for (const [name, { mib }] of usage) peakMib.set(name, Math.max(mib, peakMib.get(name) ?? 0));
    const { ledger, articles } = await readStatus(pipeline);
    const seconds = Math.round((Date.now() - started) / 1_000);
    if (seconds % 5 === 0)
      console.log(`${seconds} s: ${articles} articles, ${JSON.stringify(ledger)}`);
    if (articles > 100 && seconds % 4 === 0) await makeTrouble.shift()?.();
    quiet = (await isSettled(pipeline.db)) && makeTrouble.length === 0 ? quiet + 1 : 0;
  }
  return { seconds: (Date.now() - started) / 1_000 - 3, cpuSeconds, peakMib };
}

/** The same input once more: every feed polled, every page fetched again. Gives the seconds it took. */
export async function runAgain(pipeline: Pipeline): Promise<number> {
  const started = Date.now();
  const { db } = pipeline;
  await db.updateTable('feed').set({ next_poll_at: sql<Date>`now()` }).execute();
  const { ids } = await findEnded(db, { states: FINAL_STATES, limit: 1_000_000 });
  const act = { actor: 'corpus' };
  for (let at = 0; at < ids.length; at += 5_000) {
    const batch = ids.slice(at, at + 5_000);
    await replay(pipeline, batch, { from: 'fetch', filter: 'everything', act });
  }
  for (let quiet = 0; quiet < 3; ) {
    await sleep(1_000);
    if (Date.now() - started > MAX_SECONDS * 1_000)
      throw new Error('second run not settled in time');
    quiet = (await isSettled(db)) ? quiet + 1 : 0;
  }
  return (Date.now() - started) / 1_000 - 3;
}

async function flushAll(redisUrl: string): Promise<void> {
  await using open = openRedis(redisUrl);
  const { redis } = open;
  // Of a cluster each master has its own.
  const masters = redis instanceof Cluster ? redis.nodes('master') : [redis];
  for (const it of masters) await it.flushall();
  console.log('FLUSHALL');
}

async function kill({ supervisor }: Services, name: string): Promise<void> {
  const pid = supervisor.statuses().find((it) => it.name === name)?.pid;
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  console.log(`kill -9 ${name}`);
}
