import { readdirSync } from 'node:fs';
import { type Db, instantOfId } from '@nashra/db';
import { memoryOf } from '@nashra/testkit';
import { sql } from 'kysely';

/** What is looked at every few seconds. */
export interface Sample {
  readonly hours: number;
  /** MiB and open handles of each service. */
  readonly memory: Readonly<Record<string, number>>;
  readonly handles: Readonly<Record<string, number>>;
  /** MiB of tables whose rows come and go, and of the whole database. */
  readonly tables: Readonly<Record<string, number>>;
  readonly databaseMb: number;
  readonly redisMb: number;
  /** Articles that were written since the last sample, and how long after their addresses were met (ms). */
  readonly articles: number;
  readonly lags: readonly number[];
  readonly waiting: number;
}

/** Their rows live for seconds: a size that grows is bloat. */
const BREATHING = ['flight', 'draft', 'tally'] as const;

export interface Watched {
  readonly db: Db;
  readonly pids: ReadonlyMap<string, number>;
  readonly redisMb: () => Promise<number>;
}

/** Takes one sample; `since` is the `seq` of the last change that was seen, and comes back. */
export async function sample(
  { db, pids, redisMb }: Watched,
  hours: number,
  since: number,
): Promise<{ readonly sample: Sample; readonly since: number }> {
  const { rows: sizes } = await sql<{ name: string; mb: number }>`
    select name, pg_total_relation_size(('nashra.' || name)::regclass) / 1048576.0::float8 as mb
    from unnest(${[...BREATHING]}::text[]) as name`.execute(db);
  const { rows: whole } = await sql<{ mb: number; waiting: number }>`
    select pg_database_size(current_database()) / 1048576.0::float8 as mb,
      (select count(*)::int from nashra.flight) as waiting`.execute(db);
  const { rows: changes } = await sql<{ seq: number; at: Date; addressId: number }>`
    select c.seq, c.at, a.address_id as "addressId" from nashra.change c
    join nashra.article a on a.id = c.article_id where c.seq > ${since} order by c.seq`.execute(db);
  const of = <T>(read: (pid: number) => T) =>
    Object.fromEntries([...pids].map(([name, pid]) => [name, read(pid)]));
  return {
    since: changes.at(-1)?.seq ?? since,
    sample: {
      hours,
      memory: of(memoryOf),
      handles: of((pid) => readdirSync(`/proc/${pid}/fd`).length),
      tables: Object.fromEntries(sizes.map(({ name, mb }) => [name, mb])),
      databaseMb: whole[0]?.mb ?? 0,
      redisMb: await redisMb(),
      articles: changes.length,
      lags: changes.map(({ at, addressId }) => +at - +instantOfId(addressId)),
      waiting: whole[0]?.waiting ?? 0,
    },
  };
}
