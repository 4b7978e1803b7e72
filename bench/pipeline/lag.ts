import { setTimeout as sleep } from 'node:timers/promises';
import { askForRelease, discover } from '@nashra/pipeline';
import { sql } from 'kysely';
import { type Ground, hostOf } from './ground.ts';
import { startServices } from './run-pipeline.ts';

export interface Lag {
  /** From the commit of what a feed showed to the article's row, ms. */
  readonly seenToRow: { readonly p50: number; readonly p90: number; readonly p99: number };
}

const PER_SECOND = 10;
const SECONDS = 30;
const RUN = 900;

/** Shows the pipeline ten new addresses a second, and tells how long each takes to become a row. */
export async function runLag(ground: Ground): Promise<Lag> {
  const { db, size } = ground;
  await using site = await ground.serve(RUN);
  await using _services = startServices(ground, site.port);
  await sleep(6_000);
  const { rows: feeds } = await sql<{ address_id: number; publisher_id: number; host: string }>`
    select address_id, publisher_id, host from nashra.feed order by id`.execute(db);
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const feed = feeds[n % feeds.length];
    if (!feed) throw new Error('no feeds: run the pipeline first');
    const address = `http://${hostOf(n % size.hosts)}/news/${RUN * 1_000_000 + n}`;
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
    select percentile_cont(array[0.5, 0.9, 0.99]) within group (order by
      extract(epoch from c.at - d.created_at) * 1000) as p
    from nashra.change c join nashra.article a on a.id = c.article_id join nashra.address d on d.id = a.address_id
    where d.address like ${`%/news/${RUN}%`}`.execute(db);
  const [p50 = 0, p90 = 0, p99 = 0] = (rows[0]?.p ?? []).map(Math.round);
  return { seenToRow: { p50, p90, p99 } };
}
