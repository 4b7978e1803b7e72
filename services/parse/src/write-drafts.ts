import { type Draft, saveDrafts, takenDown } from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import type { InFlight } from '@nashra/ledger';
import type { Step } from '@nashra/pipeline';
import { newPublisherOf, UNKNOWN_PUBLISHER } from '@nashra/sources';
import type { Fetched } from './ports.ts';

export interface DraftedPage {
  readonly page: Fetched;
  readonly draft: Draft;
  /** It is to be looked at again. */
  readonly mayGrow: boolean;
}

/** Writes down what pages say, of those that stand here still; where each goes. */
export async function writeDrafts(
  tx: Queryable,
  standing: ReadonlyMap<number, InFlight>,
  read: readonly DraftedPage[],
  passingMs: number,
): Promise<ReadonlyMap<number, Step>> {
  const standingHere = read.filter(({ page }) => standing.has(page.addressId));
  if (standingHere.length === 0) return new Map();
  const down = await downOf(tx, standingHere);
  const here = standingHere
    .filter(({ page }) => !down.has(page.addressId))
    .map(({ page, ...said }) => {
      const { addressId, address, guidKey } = standing.get(page.addressId) as InFlight;
      return { page, addressId, address, guidKey, ...said };
    });
  await saveDrafts(tx, here);
  const gone = { to: 'dropped', reason: 'taken_down' } as const;
  const decided = new Map<number, Step>([...down].map((id) => [id, gone]));
  for (const { page, addressId, mayGrow } of here) {
    const { publisher, url } = page;
    const again = { again_ms: mayGrow ? passingMs : null };
    if (publisher.id !== UNKNOWN_PUBLISHER) {
      decided.set(addressId, { to: 'next', set: again });
    } else {
      // A page of a host that nobody knew is an article: now its publisher is born.
      const born = await newPublisherOf(tx, url, publisher.timeZone);
      decided.set(addressId, { to: 'next', set: { publisher_id: born.id, ...again } });
    }
  }
  return decided;
}

async function downOf(tx: Queryable, read: readonly DraftedPage[]): Promise<Set<number>> {
  return await takenDown(
    tx,
    read.map(({ page: { addressId, publisher }, draft: { authors } }) => {
      return { addressId, publisherId: publisher.id, authors };
    }),
  );
}
