import type { Act } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { setGuard } from '@nashra/sources';
import { countPagesOf } from './bulk/pages.ts';
import { askForRun } from './bulk/runs.ts';

/** What a guard holds of a publisher, as a filter of a run that reads again. */
export const heldBy = (publisher: string): string => `publisher:${publisher} held:yes`;

/**
 * A publisher goes on: its guard learns anew what its pages are like, and what was held is read again from its kept bytes,
 * in phases, with the extractor of now. Gives the run; null where nothing was held.
 *
 * @throws NoSuchSourceError; RunError for a want of a reason
 */
export async function goOn(db: Queryable, publisher: string, act: Act): Promise<number | null> {
  await setGuard(db, publisher, 'watching', act);
  const filter = heldBy(publisher);
  if ((await countPagesOf(db, filter)) === 0) return null;
  return await askForRun(db, { verb: 'reextract', filter }, act);
}
