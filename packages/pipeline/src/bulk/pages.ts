import type { Queryable } from '@nashra/db';
import { countPages, FilterError, findPages, readPageFilter } from '@nashra/ledger';
import { findPublisher } from '@nashra/sources';
import { sendAgain } from '../replay.ts';
import type { Item } from './items.ts';

/** How many pages a run that reads again would be of. @throws FilterError */
export async function countPagesOf(db: Queryable, filter: string): Promise<number> {
  return await countPages(db, await knownFilter(db, filter));
}

/** Addresses of pages that a filter names, oldest first. @throws FilterError */
export async function pagesOf(
  db: Queryable,
  filter: string,
  most: number,
  until?: Date,
): Promise<number[]> {
  const known = await knownFilter(db, filter, until);
  return await findPages(db, known, most);
}

/** Has kept pages read again: those that are not on their way already, to be given to parse once that is committed. */
export async function readPagesAgain(
  tx: Queryable,
  items: readonly Item[],
): Promise<{ readonly kept: ReadonlyMap<number, unknown>; readonly read: readonly number[] }> {
  const ids = items.map(({ id }) => id);
  const sent = new Set((await sendAgain(tx, ids, { from: 'parse', lane: 1 })).map(({ id }) => id));
  const again = items.filter(({ id }) => sent.has(id));
  return { kept: new Map(again.map(({ n, id }) => [n, { id }])), read: again.map(({ id }) => id) };
}

async function knownFilter(db: Queryable, text: string, until?: Date) {
  const { publishers, ...filter } = readPageFilter(text, until?.getTime());
  const publisherIds: number[] = [];
  for (const slug of publishers) {
    const publisher = await findPublisher(db, slug);
    if (!publisher) throw new FilterError(`There is no publisher "${slug}".`);
    publisherIds.push(publisher.id);
  }
  const bound = until && (!filter.until || until < filter.until) ? until : filter.until;
  return { ...filter, publisherIds, until: bound };
}
