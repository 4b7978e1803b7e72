import type { Queryable } from '@nashra/db';
import { type CopyAddress, copiesOf } from './copies-of.ts';
import type { Sighting } from './sighting.ts';

/** The articles that are recognised by these guids. */
export type ArticlesOf = (guidKeys: readonly Buffer[]) => Promise<readonly number[]>;

/**
 * Of new addresses those that are pages: left out are links that a feed writes anew for an entry that is known, at each poll with other
 * parameters that nobody has a name for. That they lead to the same page is known of an earlier one, which was fetched and came out as a copy.
 */
export async function withoutMoving(
  db: Queryable,
  fresh: readonly Sighting[],
  articlesOf: ArticlesOf,
): Promise<readonly Sighting[]> {
  const guidKeys = fresh.flatMap(({ guidKey, address }) =>
    guidKey && address.includes('?') ? [guidKey] : [],
  );
  const articleIds = guidKeys.length === 0 ? [] : await articlesOf(guidKeys);
  if (articleIds.length === 0) return fresh;
  const copies = await copiesOf(db, [...new Set(articleIds)]);
  const known = new Set(copies.map(nameOf));
  return fresh.filter(({ address, guidKey = null, entryHash = null }) => {
    const name = nameOf({ address, guidKey, entryHash });
    return name === null || !known.has(name);
  });
}

/** Place without parameters, guid and the words of an entry: the first half of its fingerprint. */
function nameOf({ address, guidKey, entryHash }: CopyAddress): string | null {
  if (!guidKey || !entryHash || !address.includes('?')) return null;
  const words = entryHash.subarray(0, entryHash.length / 2);
  return [address.split('?', 1)[0], guidKey.toString('hex'), words.toString('hex')].join(' ');
}
