import type { JobContext } from '@nashra/queue';
import type { IndexDeps, IndexOutcome } from './ports.ts';

/** index: a decision in; article, revision, images, search vector and change event out, or nothing. */
export async function handleIndex(
  { addressId }: { readonly addressId: number },
  deps: IndexDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<IndexOutcome> {
  const outcome = await deps.write(addressId);
  log.debug({ addressId, outcome }, 'written');
  return outcome;
}
