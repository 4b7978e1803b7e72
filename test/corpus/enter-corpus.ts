import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import type { Db } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';
import { addAddress, addFeed } from '@nashra/testkit';
import type { CorpusDocument } from './load-corpus.ts';

/** Enters the corpus's publishers (one a host), feeds (due now) and pages (waiting). */
export async function enterCorpus(db: Db, documents: readonly CorpusDocument[]): Promise<void> {
  for (const document of documents) {
    const address = canonicalAddress(document.address);
    if (address === null) throw new Error(`not an address: ${document.address}`);
    const publisherId = await publisherOf(db, hostOf(address));
    const known = await findAddresses(db, { keys: [addressKey(address)] });
    if (known.length > 0) continue;
    if (document.kind === 'feed') {
      await addFeed(db, address, publisherId, { interval_seconds: 86_400 });
    } else await addAddress(db, address, publisherId);
  }
}

async function publisherOf(db: Db, host: string): Promise<number> {
  const slug = host.replace(/[^a-z0-9]+/g, '-').slice(0, 80);
  const row = await db
    .insertInto('publisher')
    .values({ slug, name: host, time_zone: 'UTC' })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ name: host }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
