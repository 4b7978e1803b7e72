import { type Draft, saveDrafts } from '@nashra/articles';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';
import { newPublisherOf, UNKNOWN_PUBLISHER } from '@nashra/sources';
import type { Fetched } from './ports.ts';

export interface ReadPage {
  readonly page: Fetched;
  readonly draft: Draft;
}

/** Keeps drafts and moves their addresses on, together; gives, in their order, which of them still stood there. */
export async function keepDrafts(
  pipeline: Pipeline,
  read: readonly ReadPage[],
): Promise<readonly boolean[]> {
  const ids = read.map(({ page }) => page.addressId);
  const steps = await advance(pipeline, 'parse', ids, async (tx, standing) => {
    const here = read.filter(({ page }) => standing.has(page.addressId));
    await saveDrafts(tx, new Map(here.map(({ page, draft }) => [page.addressId, draft])));
    const decided = new Map<number, Step>();
    for (const { page } of here) {
      const { addressId, publisher, url } = page;
      if (publisher.id !== UNKNOWN_PUBLISHER) decided.set(addressId, { to: 'next' });
      else {
        // A page of a host that nobody knew is an article: now its publisher is born.
        const born = await newPublisherOf(tx, url, publisher.timeZone);
        decided.set(addressId, { to: 'next', set: { publisher_id: born.id } });
      }
    }
    return decided;
  });
  return ids.map((id) => steps.has(id));
}
