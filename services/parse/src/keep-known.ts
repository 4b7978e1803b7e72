import { advance, type Pipeline, type Step } from '@nashra/pipeline';

/** Ends the flights of articles whose bytes are known, together; gives what came of each, in their order. */
export async function keepKnown(
  pipeline: Pipeline,
  ids: readonly number[],
): Promise<readonly ('unchanged' | 'stale')[]> {
  const end: Step = { to: 'known', reason: 'unchanged' };
  const steps = await advance(
    pipeline,
    'parse',
    ids,
    async (_tx, standing) => new Map([...standing.keys()].map((id) => [id, end])),
    // What is taken back by a crash of the database is asked again.
    { durable: false },
  );
  return ids.map((id) => (steps.has(id) ? 'unchanged' : 'stale'));
}
