import type { Act } from '@nashra/audit';
import type { Db } from '@nashra/db';
import { ErrandError, readErrand } from '@nashra/pipeline';
import type { foundJson } from '@nashra/reading';
import type { CatalogPublisher } from '@nashra/sources';
import { carriedOut } from './errands.ts';

/** A feed that an address has, and the publisher it would be added to. */
export type Found = ReturnType<typeof foundJson> & { readonly publisher: CatalogPublisher };

/** What an address has as a source, as fetch found it; with the errand that keeps it. @throws ErrandError */
export async function findAt(db: Db, address: string, act: Act) {
  const { id, answer } = await carriedOut(db, 'source.find', { address }, act);
  return { errand: id, found: answer as readonly Found[] };
}

/**
 * Adds some of what was found: what is added is what was shown, whatever the site says by now. Feeds of one site are one
 * publisher's. Gives the publisher's slug.
 *
 * @throws ErrandError where that has been forgotten
 */
export async function addFound(
  db: Db,
  { errand, choose }: { readonly errand: number; readonly choose: readonly number[] },
  act: Act,
): Promise<string> {
  const known = await readErrand(db, errand);
  if (known?.verb !== 'source.find' || known.state !== 'done')
    throw new ErrandError('What was found is kept for an hour: look again.');
  const chosen = (known.answer as readonly Found[]).filter((_, at) => choose.includes(at));
  const [first] = chosen;
  if (!first) throw new ErrandError('Nothing is chosen.');
  const feeds = chosen.flatMap(({ publisher }) => publisher.feeds);
  await carriedOut(db, 'source.add', { catalog: [{ ...first.publisher, feeds }] }, act);
  return first.publisher.slug;
}
