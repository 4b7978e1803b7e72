import { writeArticles } from '@nashra/articles';
import { advance, type Pipeline } from '@nashra/pipeline';
import type { IndexOutcome } from './ports.ts';

/** Writes the articles of decided addresses in one transaction, others are stale; an outcome for each. */
export async function writeBatch(
  pipeline: Pipeline,
  ids: readonly number[],
): Promise<readonly IndexOutcome[]> {
  const outcomes = new Map<number, IndexOutcome>();
  await advance(pipeline, 'index', ids, async (tx, standing) => {
    const reread = [...standing.values()].filter((it) => it.isReread).map((it) => it.addressId);
    const written = await writeArticles(tx, [...standing.keys()], { reread: new Set(reread) });
    for (const { addressId, number } of written) {
      outcomes.set(addressId, number === 1 ? 'created' : 'revised');
    }
    return new Map(written.map(({ addressId }) => [addressId, { to: 'next' }]));
  });
  return ids.map((id) => outcomes.get(id) ?? 'stale');
}
