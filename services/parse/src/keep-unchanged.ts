import { addressesSaying, discardDrafts, type Said } from '@nashra/articles';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';

/** What has come of a page that says what its article said: nothing is written; or it has moved on; or the article says otherwise by now. */
export type Unchanged = 'unchanged' | 'stale' | 'otherwise';

const END: Step = { to: 'known', reason: 'unchanged' };

/** Ends the flights of pages that say just what their own articles say, together; gives what came of each, in their order. */
export async function keepUnchanged(
  pipeline: Pipeline,
  said: readonly Said[],
): Promise<readonly Unchanged[]> {
  const ids = said.map(({ addressId }) => addressId);
  const otherwise = new Set<number>();
  const steps = await advance(
    pipeline,
    'parse',
    ids,
    async (tx, standing) => {
      const here = said.filter(({ addressId }) => standing.has(addressId));
      const saying = await addressesSaying(tx, here);
      for (const { addressId } of here) if (!saying.has(addressId)) otherwise.add(addressId);
      // One may lie there from a flight that ended with a person.
      await discardDrafts(tx, [...saying]);
      return new Map([...saying].map((id) => [id, END]));
    },
    // What is taken back by a crash of the database is read again.
    { durable: false },
  );
  return ids.map((id) => {
    if (steps.has(id)) return 'unchanged';
    return otherwise.has(id) ? 'otherwise' : 'stale';
  });
}
