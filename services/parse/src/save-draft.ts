import { articlesSaying, type Draft, discardDrafts, saveDrafts, takenDown } from '@nashra/articles';
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

/**
 * Keeps drafts and moves their addresses on, together; gives what came of each, in their order. Of a page that says what its
 * own article says already there is none: its flight ends here, and dedupe would find nothing else.
 */
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
        const { addressId, address, guidKey, articleId } = standing.get(page.addressId) as InFlight;
        return { page, addressId, address, guidKey, articleId, draft };
      });
    const said = await articlesSaying(
      tx,
      here.filter(({ articleId }) => articleId !== null),
    );
    // One may lie there from a flight that ended with a person.
    await discardDrafts(tx, [...said.keys()]);
    await saveDrafts(
      tx,
      here.filter(({ addressId }) => !said.has(addressId)),
    );
    const gone = { to: 'dropped', reason: 'taken_down' } as const;
    const decided = new Map<number, Step>([...down].map((id) => [id, gone]));
    for (const { page, addressId, draft } of here) {
      const { publisher, url } = page;
      const again = isShort(page, draft) ? { again_ms: passingMs } : {};
      const articleId = said.get(addressId);
      if (articleId !== undefined) {
        const set = { article_id: articleId, ...again };
        decided.set(addressId, { to: 'known', reason: 'unchanged', set });
      } else if (publisher.id !== UNKNOWN_PUBLISHER) {
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
  return ids.map((id) => keptBy(steps.get(id)));
}

function keptBy(step: Step | undefined): Kept {
  if (step === undefined) return 'stale';
  return step.to === 'known' ? 'unchanged' : 'draft';
}

async function downOf(tx: Queryable, read: readonly ReadPage[]): Promise<Set<number>> {
  return await takenDown(
    tx,
    read.map(({ page: { addressId, publisher }, draft: { authors } }) => {
      return { addressId, publisherId: publisher.id, authors };
    }),
  );
}
