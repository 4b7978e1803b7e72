import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hideImage, showImage } from '@nashra/articles';
import { type Db, openDb } from '@nashra/db';
import { sql } from 'kysely';
import { addAddress } from './add-address.ts';
import { addPublisher } from './add-publisher.ts';

export interface Storm {
  readonly url: string;
  readonly events: number;
  readonly writers: number;
  readonly readers: number;
  /** Longest pause of a writer between its last statement and its commit. */
  readonly delayMs: number;
  /** A connection of a writer or reader is ended this often; 0 for none. */
  readonly killEveryMs: number;
  /** The feed after a seq, until the signal aborts. */
  follow(after: number, signal: AbortSignal): AsyncIterable<{ readonly seq: number }>;
}

export interface Aftermath {
  /** The seqs that there are, in order. */
  readonly written: readonly number[];
  /** What each reader saw, in the order it came. */
  readonly seen: readonly (readonly number[])[];
  readonly kills: number;
  readonly restarts: number;
}

/** Images of one article that a writer shows and hides. */
const IMAGES = 20;
const ACT = { actor: 'storm' };

/**
 * Writers that commit when they like, readers that stop when they like and begin where they were, and somebody who ends
 * their connections: all until so many events are written and every reader has come to the last.
 */
export async function changeStorm(storm: Storm): Promise<Aftermath> {
  await using db = openDb(storm.url, { poolSize: 3, name: 'storm-control' });
  const articles = await articlesFor(db, storm.writers);
  const written = async () =>
    (await db.selectFrom('change').select('seq').orderBy('seq').execute()).map((row) => row.seq);
  const [before = 0] = (await written()).toReversed();
  const over = new AbortController();
  let count = 0;
  const writing = articles.map((images) =>
    write(
      storm,
      images,
      () => count,
      (n) => (count += n),
    ),
  );
  const readers = Array.from({ length: storm.readers }, () => read(storm, before, over.signal));
  const killing = kill(db, storm.killEveryMs, over.signal);
  await Promise.all(writing);
  const all = (await written()).filter((seq) => seq > before);
  const last = all.at(-1) ?? before;
  await Promise.all(readers.map((reader) => reader.until(last)));
  over.abort();
  const seen = await Promise.all(readers.map((reader) => reader.done));
  const restarts = readers.reduce((sum, reader) => sum + reader.restarts(), 0);
  return { written: all, seen, kills: await killing, restarts };
}

async function articlesFor(db: Db, writers: number): Promise<number[][]> {
  const slug = `storm-${randomBytes(4).toString('hex')}`;
  const publisherId = await addPublisher(db, { slug, name: 'Storm' });
  const articles: number[][] = [];
  for (let n = 0; n < writers; n += 1) {
    const addressId = await addAddress(db, `https://${slug}.example/${n}`, publisherId, {
      state: 'indexed',
    });
    const { rows } = await sql<{ id: number }>`
      with told as (insert into nashra.story default values returning id), made as (
        insert into nashra.article (publisher_id, address_id, story_id, revision, published_at)
        select ${publisherId}, ${addressId}, id, 1, now() from told returning id
      )
      insert into nashra.image (article_id, address, position, is_lead)
      select id, 'https://storm.example/' || n, n, false from made, generate_series(1, ${IMAGES}::int) n
      returning id`.execute(db);
    articles.push(rows.map((row) => row.id));
  }
  return articles;
}

async function write(
  { url, events, delayMs }: Storm,
  images: readonly number[],
  count: () => number,
  add: (n: number) => void,
): Promise<void> {
  await using db = openDb(url, { poolSize: 1, name: 'storm-writer' });
  let hidden = new Set<number>();
  while (count() < events) {
    const turned = images.filter(() => Math.random() < 0.25);
    try {
      await db.transaction().execute(async (tx) => {
        for (const id of turned) {
          await (hidden.has(id) ? showImage(tx, ACT, id) : hideImage(tx, ACT, id));
        }
        await sql`select pg_sleep(${(Math.random() * delayMs) / 1_000}::float8)`.execute(tx);
      });
      add(turned.length);
    } catch {
      // Its connection was ended, before the commit or after it: the rows tell.
    }
    const rows = await asking(() =>
      db
        .selectFrom('image')
        .select('id')
        .where('id', '=', sql<number>`any(${[...images]}::bigint[])`)
        .where('hidden_at', 'is not', null)
        .execute(),
    );
    hidden = new Set(rows.map((row) => row.id));
  }
}

/** Asks until there is an answer. */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await sleep(10);
    }
  }
}

function read({ follow }: Storm, before: number, over: AbortSignal) {
  const seen: number[] = [];
  let restarts = 0;
  let told: (() => void) | undefined;
  let wanted = Number.POSITIVE_INFINITY;
  const reached = () => (seen.at(-1) ?? before) >= wanted;
  const done = (async () => {
    while (!over.aborted) {
      const stop = AbortSignal.any([
        over,
        AbortSignal.timeout(50 + Math.round(Math.random() * 1_000)),
      ]);
      for await (const { seq } of follow(seen.at(-1) ?? before, stop)) {
        seen.push(seq);
        if (reached()) told?.();
      }
      restarts += 1;
    }
    return seen;
  })();
  return {
    done,
    restarts: () => restarts,
    async until(last: number) {
      wanted = last;
      if (reached()) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      told = resolve;
      // Where it fails, so does whoever waits.
      await Promise.race([promise, done]);
    },
  };
}

async function kill(db: Db, everyMs: number, over: AbortSignal): Promise<number> {
  let kills = 0;
  while (everyMs > 0 && !over.aborted) {
    await sleep(everyMs, undefined, { signal: over }).catch(() => {});
    const { rows } = await sql`
      select pg_terminate_backend(pid) from (
        select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and application_name in ('storm-writer', 'nashra-reader', 'nashra-listener') order by random() limit 1) one`.execute(
      db,
    );
    kills += rows.length;
  }
  return kills;
}
