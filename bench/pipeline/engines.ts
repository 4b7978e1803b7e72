import { openDb } from '@nashra/db';
import {
  S3_KEYS,
  startBouncer,
  startCluster,
  startReplica,
  startS3,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import type { Ground } from './ground.ts';

/** Engines that others keep, in the place of what one machine has. */
export const ENGINES = ['pooler', 'cluster', 'replica', 's3'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface Engine extends AsyncDisposable {
  /** By which services come to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Of its processes, what they use of the CPU is the article's; none of a bucket's server, which is the test's own. */
  readonly pids: readonly number[];
}

/** Starts one for a round; without it the servers are as they are in all other rounds. */
export async function startEngine(
  name: EngineName,
  { dir, databaseUrl }: Ground,
  { keepsNames }: { readonly keepsNames: boolean },
): Promise<Engine> {
  switch (name) {
    case 'pooler': {
      const pooler = await startBouncer(dir, databaseUrl, { sessions: 20, keepsNames });
      return engineOf(pooler, { DATABASE_URL: pooler.url }, [pooler.pid]);
    }
    case 'cluster': {
      const cluster = await startCluster();
      return engineOf(cluster, { REDIS_URL: cluster.url }, cluster.pids);
    }
    case 'replica': {
      const replica = await startReplica(databaseUrl);
      await hasCaughtUp(databaseUrl);
      return engineOf(replica, {}, [replica.server.pid]);
    }
    case 's3': {
      const bucket = await startS3('pages');
      const place = `s3://pages/news?endpoint=${bucket.endpoint}`;
      return engineOf(bucket, { NASHRA_BLOBS: place, ...S3_KEYS }, []);
    }
  }
}

function engineOf(server: AsyncDisposable, env: Engine['env'], pids: Engine['pids']): Engine {
  return { env, pids, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** What a replica has to read of earlier rounds is not this one's. */
async function hasCaughtUp(url: string): Promise<void> {
  await using db = openDb(url, { poolSize: 1 });
  const isThere = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_replication where replay_lsn >= pg_current_wal_lsn()`.execute(
      db,
    );
    return rows[0]?.n === 1;
  };
  await waitFor(isThere, { what: 'the replica to follow', timeoutMs: 120_000 });
}
