import { hostOf } from '@nashra/address';
import type { Db } from '@nashra/db';
import { slugOf } from '@nashra/sources';
import { CliError } from '../cli-error.ts';

/** Publishers looked at to find whose an address is. */
const MAX_PUBLISHERS = 20_000;

/** Whose a page of this host is: by homepage, by feed, else a new publisher named after the host. */
export async function publisherOfHost(
  db: Db,
  address: string,
  timeZone: string,
): Promise<{ readonly id: number; readonly slug: string }> {
  const host = bare(hostOf(address));
  const rows = await db
    .selectFrom('publisher')
    .leftJoin('feed', 'feed.publisher_id', 'publisher.id')
    .leftJoin('address', 'address.id', 'feed.address_id')
    .select(['publisher.id', 'publisher.slug', 'publisher.state', 'publisher.homepage'])
    .select('address.host')
    .orderBy('publisher.id')
    .limit(MAX_PUBLISHERS)
    .execute();
  const known =
    rows.find(({ homepage }) => homepage !== null && bare(hostOf(homepage)) === host) ??
    rows.find((row) => row.host !== null && bare(row.host) === host);
  if (known?.state === 'paused') {
    throw new CliError(
      `Publisher ${known.slug} is paused: "nashra sources resume ${known.slug}" first.`,
    );
  }
  if (known) return known;
  const homepage = new URL('/', address).href;
  const facts = { name: host, homepage, time_zone: timeZone };
  return await db
    .insertInto('publisher')
    .values({ slug: slugOf(homepage), ...facts })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ homepage }))
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow();
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}
