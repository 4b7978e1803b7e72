import { setTimeout as sleep } from 'node:timers/promises';
import { askForRelease, discover } from '@nashra/pipeline';
import { sql } from 'kysely';
import { type Ground, hostOf } from './ground.ts';
import { startServices } from './run-pipeline.ts';

export interface Lag {
  /** From the commit of what a feed showed to the article's row, ms; ten articles a second, politeness at 1 ms. */
  readonly seenToRow: Spread;
  /** At the default pace, one new article a feed: from the instant a feed was due to the row. */
  readonly dueToRow: Spread;
  /** Of these, from the end of the fetch to the row. */
  readonly fetchedToRow: Spread;
}

export interface Spread {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

const PER_SECOND = 10;
const SECONDS = 30;
/** The first ones pay for starting, as they do in every process that was just started. */
const WARMING = 100;
const RUN = 900;

export async function runLag(ground: Ground): Promise<Lag> {
  return { seenToRow: await runSteady(ground), ...(await runDue(ground)) };
}

/** Shows the pipeline ten new addresses a second, and tells how long each takes to become a row. */
async function runSteady(ground: Ground): Promise<Spread> {
  await using site = await ground.serve(RUN);
  await using _services = startServices(ground, site.port);
  await sleep(6_000);
  return await tellSteadily(ground, RUN, (n) => n < WARMING + PER_SECOND * SECONDS);
}

/**
 * Discovers ten new addresses a second, of whose pages the site's `run` is made, for as long as `goesOn`; how long each but the
 * first took to become a row.
 */
export async function tellSteadily(
  ground: Ground,
  run: number,
  goesOn: (told: number) => boolean,
  warming = WARMING,
): Promise<Spread> {
  const { db, size } = ground;
  const { rows: feeds } = await sql<{ address_id: number; publisher_id: number; host: string }>`
    select address_id, publisher_id, host from nashra.feed order by id`.execute(db);
  for (let n = 0; goesOn(n); n += 1) {
    const feed = feeds[n % feeds.length];
    if (!feed) throw new Error('no feeds: run the pipeline first');
    const address = `http://${hostOf(n % size.hosts)}/news/${run * 1_000_000 + n}`;
    const { hosts } = await db.transaction().execute((tx) =>
      discover(tx, [{ address, kind: 'article', lane: 0 }], {
        publisherId: feed.publisher_id,
        foundIn: feed.address_id,
        revisitAfterMs: 0,
      }),
    );
    await askForRelease(ground, hosts);
    await sleep(1_000 / PER_SECOND);
  }
  await sleep(5_000);
  const { rows } = await sql<{ p: number[] }>`
    select percentile_cont(array[0.5, 0.9, 0.95, 0.99]) within group (order by
      extract(epoch from c.at - d.created_at) * 1000) as p
    from nashra.change c join nashra.article a on a.id = c.article_id join nashra.address d on d.id = a.address_id
    where d.address like ${`%/news/${run}%`} and c.kind = 'article_created'
      and substring(d.address from '[0-9]+$')::bigint >= ${run * 1_000_000 + warming}`.execute(db);
  return spreadOf(rows[0]?.p);
}

const DUE_RUN = 950;
/** The same feeds a moment later, when their robots.txt is known. */
const DUE_AGAIN = 951;

/** Every feed shows one new article, and its time comes within some seconds. */
async function runDue(ground: Ground): Promise<Pick<Lag, 'dueToRow' | 'fetchedToRow'>> {
  const { db, size } = ground;
  await using site = await ground.serve(DUE_RUN);
  await site.show(DUE_RUN, size.hosts);
  const pace = { HOST_INTERVAL_MS: '1000', HOST_CONCURRENCY: '2' };
  await using _services = startServices(ground, site.port, pace);
  await sleep(6_000);
  const poll = (run: number) =>
    sql`
    update nashra.feed set next_poll_at = now() + interval '2 seconds' + random() * interval '8 seconds'
    where host like 'host-%' and ${run}::int > 0`.execute(db);
  await poll(DUE_RUN);
  await sleep(20_000);
  await site.show(DUE_AGAIN, size.hosts);
  await poll(DUE_AGAIN);
  const { rows: due } = await sql<{ id: number; at: Date }>`
    select address_id as id, next_poll_at as at from nashra.feed`.execute(db);
  await sleep(20_000);
  const { rows } = await sql<{ due: number[]; fetched: number[] }>`
    select percentile_cont(array[0.5, 0.9, 0.95, 0.99]) within group (order by extract(epoch from c.at - due.at) * 1000) as due,
      percentile_cont(array[0.5, 0.9, 0.95, 0.99]) within group (order by
        extract(epoch from c.at) * 1000 - (j.id >> 12) - 1577836800000) as fetched
    from nashra.change c join nashra.article a on a.id = c.article_id join nashra.address d on d.id = a.address_id
    join unnest(${due.map(({ id }) => id)}::bigint[], ${due.map(({ at }) => at)}::timestamptz[]) as due(id, at)
      on due.id = d.found_in
    join nashra.journal j on j.address_id = d.id and j.state = 'fetched'
    where d.address like ${`%/news/${DUE_AGAIN}%`}`.execute(db);
  return { dueToRow: spreadOf(rows[0]?.due), fetchedToRow: spreadOf(rows[0]?.fetched) };
}

function spreadOf(percentiles: readonly number[] | undefined): Spread {
  const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = (percentiles ?? []).map(Math.round);
  return { p50, p90, p95, p99 };
}
