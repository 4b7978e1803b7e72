import { addressesSaying, discardDrafts, type Said } from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import type { Step } from '@nashra/pipeline';

const END: Step = { to: 'known', reason: 'unchanged' };

/** Where pages go that say just what their own articles say: to the end, and nothing is written. Those whose articles say otherwise by now stay. */
export async function endUnchanged(
  tx: Queryable,
  said: readonly Said[],
): Promise<ReadonlyMap<number, Step>> {
  if (said.length === 0) return new Map();
  const saying = await addressesSaying(tx, said);
  // One may lie there from a flight that ended with a person.
  await discardDrafts(tx, [...saying]);
  return new Map([...saying].map((id) => [id, END]));
}
