import { writeArticles } from '@nashra/articles';
import { advanceAll, type Pipeline } from '@nashra/pipeline';
import type { IndexOutcome } from './ports.ts';

/** Writes the articles of decided addresses in one transaction; others are stale. */
export async function writeBatch(
  pipeline: Pipeline,
  ids: readonly number[],
): Promise<ReadonlyMap<number, IndexOutcome>> {
  const outcomes = new Map<number, IndexOutcome>(ids.map((id) => [id, 'stale']));
  const written = await advanceAll(pipeline, 'index', ids, writeArticles);
  for (const { addressId, number } of written) {
    outcomes.set(addressId, number === 1 ? 'created' : 'revised');
  }
  return outcomes;
}
