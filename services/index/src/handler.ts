import type { IndexPayload } from '@nashra/contracts';
import type { JobContext } from '@nashra/queue';

export type Written = 'created' | 'revised';
export type IndexOutcome = Written | 'stale';

export interface IndexDeps {
  /** Resolves when the address's article is committed, together with others of its batch. */
  write(addressId: number): Promise<IndexOutcome>;
}

/** index: a decision in; article, revision, images, search vector and change event out, or nothing. */
export async function handleIndex(
  { addressId }: IndexPayload,
  deps: IndexDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<IndexOutcome> {
  const outcome = await deps.write(addressId);
  log.debug({ addressId, outcome }, 'written');
  return outcome;
}
