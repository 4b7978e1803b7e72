import { type Draft, saveDrafts, takenDown } from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import type { InFlight } from '@nashra/ledger';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';
import { newPublisherOf, UNKNOWN_PUBLISHER } from '@nashra/sources';
import type { Fetched, Kept } from './ports.ts';
import { isShort } from './verdict.ts';

export interface ReadPage {
  readonly page: Fetched;
  readonly draft: Draft;
}

/** Keeps drafts and moves their addresses on, together; gives what came of each, in their order. */
export async function keepDrafts(
  pipeline: Pipeline,
  read: readonly ReadPage[],
  passingMs: number,
): Promise<readonly Kept[]> {
  const ids = read.map(({ page }) => page.addressId);
  const write = async (tx: Queryable, standing: ReadonlyMap<number, InFlight>) => {
    const standingHere = read.filter(({ page }) => standing.has(page.addressId));
    const down = await downOf(tx, standingHere);
    const here = standingHere
      .filter(({ page }) => !down.has(page.addressId))
      .map(({ page, draft }) => {
        const { addressId, address, guidKey } = standing.get(page.addressId) as InFlight;
        return { page, addressId, address, guidKey, draft };
      });
    await saveDrafts(tx, here);
    const gone = { to: 'dropped', reason: 'taken_down' } as const;
    const decided = new Map<number, Step>([...down].map((id) => [id, gone]));
    for (const { page, addressId, draft } of here) {
      const { publisher, url } = page;
      const again = isShort(page, draft) ? { again_ms: passingMs } : {};
      if (publisher.id !== UNKNOWN_PUBLISHER) {
        decided.set(addressId, { to: 'next', set: again });
      } else {
        // A page of a host that nobody knew is an article: now its publisher is born.
        const born = await newPublisherOf(tx, url, publisher.timeZone);
        decided.set(addressId, { to: 'next', set: { publisher_id: born.id, ...again } });
      }
    }
    return decided;
  };
  // What is taken back by a crash of the database is read again.
  const steps = await advance(pipeline, 'parse', ids, write, { durable: false });
  return ids.map((id) => (steps.has(id) ? 'draft' : 'stale'));
}

async function downOf(tx: Queryable, read: readonly ReadPage[]): Promise<Set<number>> {
  return await takenDown(
    tx,
    read.map(({ page: { addressId, publisher }, draft: { authors } }) => {
      return { addressId, publisherId: publisher.id, authors };
    }),
  );
}
