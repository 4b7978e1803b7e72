import { openKeyDays } from '@nashra/articles';
import { type Db, openDb } from '@nashra/db';
import { sql } from 'kysely';
import { MODEL } from '../model/index.ts';
import { recordSeed } from '../run-seed.ts';
import { standIn } from '../seam.ts';
import { loadServices } from '../system.ts';
import type { Beginning } from './beginning.ts';
import { differCounts } from './counts.ts';
import { Ids } from './ids.ts';
import { replay } from './replay.ts';
import { differTables } from './tables.ts';
import { setClock, takeClock } from './time.ts';

export interface Conformed {
  readonly seed: number;
  readonly calls: number;
  readonly difference: string | null;
}

/** Lives seeds in the model and does all that was done to rows again in a database; gives what came of each. */
export async function* conform(
  url: string,
  { from, seeds }: { readonly from: number; readonly seeds: number },
): AsyncGenerator<Conformed> {
  await using db = openDb(url, { poolSize: 2 });
  await takeClock(db);
  await openDays(db);
  standIn(MODEL);
  const services = await loadServices();
  for (let seed = from; seed < from + seeds; seed += 1) {
    standIn(MODEL);
    const { world, first } = await recordSeed(seed, services);
    const ids = new Ids();
    await empty(db);
    await enterSources(db, first, ids);
    const { calls, difference } = await replay(db, world.recorder?.turns ?? [], ids);
    const rows = async () => (await differTables(world.store, db, ids)) ?? (await differCounts(db));
    yield { seed, calls, difference: difference ?? (await rows()) };
  }
}

/** Keys lie in partitions, a day each. */
async function openDays(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await setClock(tx, STARTS_AT);
    await openKeyDays(tx, 7);
  });
}

const STARTS_AT = Date.UTC(2026, 2, 2, 8);
const TABLES =
  'candidate_key, signature, article_key, revision, flight, journal, draft, content, article, story, capture, change, quarantine, address, feed, failure, tally, stop_key';

async function empty(db: Db): Promise<void> {
  const names = TABLES.split(', ').map((it) => `nashra.${it}`);
  await sql.raw(`truncate ${names.join(', ')} cascade`).execute(db);
  await sql.raw('delete from nashra.publisher where id > 0').execute(db);
}

async function enterSources(db: Db, { publishers, feeds, addresses }: Beginning, ids: Ids) {
  await db.transaction().execute(async (tx) => {
    await setClock(tx, STARTS_AT);
    for (const { id, slug, name } of publishers) {
      await sql`insert into nashra.publisher (id, slug, name, time_zone, language) overriding system value
        values (${id}, ${slug}, ${name}, 'UTC', 'en')`.execute(tx);
    }
    for (const feed of feeds) {
      const own = addresses.find((it) => it.id === feed.address_id);
      if (!own) throw new Error('a feed without an address');
      await sql`insert into nashra.address (id, key, address, host, publisher_id, kind, state)
        values (${own.id}, ${Buffer.from(own.key, 'hex')}, ${own.address}, ${own.host}, ${feed.publisher_id}, 'feed', 'read')`.execute(
        tx,
      );
      await sql`insert into nashra.feed (id, address_id, publisher_id, address, host, interval_seconds, next_poll_at, told)
        overriding system value values (${feed.id}, ${own.id}, ${feed.publisher_id}, ${own.address}, ${own.host},
        ${feed.interval_seconds}, to_timestamp(${feed.next_poll_at / 1_000}::float8), ${feed.told})`.execute(
        tx,
      );
      await sql`insert into nashra.tally (what, n) values ('address read', 1)`.execute(tx);
      ids.bind(own.id, own.id);
    }
  });
}
