import { type Arrival, arrive, FLIGHT_STATES, readLedger, way } from '@nashra/pipeline';
import {
  addAddress,
  addPublisher,
  articlePage,
  type Publisher,
  serve,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import type { Ground } from './cluster.ts';

const HOSTS = 20;
const FILLERS = 6;

/** So many pages that nobody fetched come in at once, and wait for parse, as after a pause of it. */
export async function fillQueue(ground: Ground, depth: number): Promise<void> {
  const { db, queues, blobs } = ground;
  await queues.bull.parse.pause();
  for (let host = 0; host < HOSTS; host += 1)
    await addPublisher(db, {
      slug: `host-${host}`,
      name: `host-${host}`,
      homepage: `https://host-${host}.example/`,
    });
  // One by one, as fetch hands them on: what arrives together is a job together.
  let next = 0;
  const fill = async () => {
    for (let n = next++; n < depth; n = next++) await arrive({ db, queues }, blobs, pageOf(n));
  };
  await Promise.all(Array.from({ length: FILLERS }, fill));
  await queues.bull.parse.resume();
}

function pageOf(n: number): Arrival {
  const path = `/news/${n}`;
  return {
    address: `https://host-${n % HOSTS}.example${path}`,
    bytes: Buffer.from(articlePage(`Title of ${path}`, `town ${path}`)),
    origin: 'warc',
    headers: { 'content-type': 'text/html; charset=utf-8' },
  };
}

/** Articles that are published while everything goes on, until it is told to stop; how many there were. */
export function keepPublishing(
  { db, queues }: Ground,
  publisher: Publisher,
  everyMs: number,
): { readonly count: () => number; stop(): Promise<void> } {
  const { origin, routes } = publisher;
  let count = 0;
  let isOpen = true;
  const going = (async () => {
    const publisherId = await addPublisher(db, { slug: 'sahifa', name: 'sahifa' });
    while (isOpen) {
      count += 1;
      const path = `/live/${count}`;
      routes.set(path, serve(articlePage(`Title of ${path}`, `village ${path}`)));
      await addAddress(db, `${origin}${path}`, publisherId);
      // A newer version is at work already: what it says of an address under way these workers do not know.
      for (const { name, takes } of way) {
        const flights = await db
          .selectFrom('flight')
          .select('address_id as id')
          .where('state', '=', takes)
          .limit(5)
          .execute();
        for (const { id: addressId } of flights) {
          const payload = { addressId, version: 2, wishes: { lane: 'fast' } };
          await queues.bull[name].add(name, payload as never, { attempts: 3 });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    count: () => count,
    async stop() {
      isOpen = false;
      await going;
    },
  };
}

/** Waits until nothing is in flight. */
export async function settled({ db }: Ground, timeoutMs: number): Promise<void> {
  const isCalm = async () => {
    const { ledger } = await readLedger({ db });
    return FLIGHT_STATES.every((state) => ledger[state] === 0);
  };
  await waitFor(isCalm, { timeoutMs, everyMs: 500, what: 'every address to be final' });
}

/** What there is, as it is counted row by row. */
export async function countAll({ db }: Ground) {
  const { rows } = await sql<Record<'articles' | 'revisions' | 'told' | 'held' | 'other', number>>`
    select (select count(*)::int from nashra.article where revision > 0) as articles,
      (select count(*)::int from nashra.revision) as revisions,
      (select count(distinct article_id)::int from nashra.change where kind = 'article_created') as told,
      (select count(*)::int from nashra.quarantine) as held,
      (select count(*)::int from nashra.address where state not in ('indexed', 'read')) as other`.execute(
    db,
  );
  return rows[0] ?? { articles: 0, revisions: 0, told: 0, held: 0, other: 0 };
}
