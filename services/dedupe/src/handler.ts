import type { JobContext } from '@nashra/queue';
import type { DedupeDeps, DedupeOutcome } from './ports.ts';

/** dedupe: a draft in; an article's identity and one index job, or a known address, out. */
export async function handleDedupe(
  { addressId }: { readonly addressId: number },
  deps: DedupeDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<DedupeOutcome> {
  const verdict = await deps.recognise(addressId);
  if (!verdict) return 'stale';
  log.debug({ addressId, verdict }, 'recognised');
  return verdict.kind;
}
