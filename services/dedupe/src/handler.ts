import type { DedupePayload, IndexPayload } from '@nashra/contracts';
import type { Draft } from '@nashra/ledger';
import type { JobContext } from '@nashra/queue';
import type { Verdict } from './decide.ts';
import { type IdentityKey, keysOf } from './keys.ts';

/** A parsed address with what was read off its page. */
export interface Subject {
  readonly addressId: number;
  readonly address: string;
  readonly publisherId: number;
  readonly guidKey: Buffer | null;
  readonly draft: Draft;
}

export interface DedupeDeps {
  load(addressId: number): Promise<Subject | null>;
  /** Decides and claims in one transaction, under locks on the keys. */
  recognise(subject: Subject, keys: readonly IdentityKey[]): Promise<Verdict | null>;
  pushIndex(payload: IndexPayload): Promise<void>;
}

export type DedupeOutcome = Verdict['kind'] | 'stale';

/** dedupe: a draft in; an article's identity and one index job, or a known address, out. */
export async function handleDedupe(
  { addressId }: DedupePayload,
  deps: DedupeDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<DedupeOutcome> {
  const subject = await deps.load(addressId);
  if (!subject) return 'stale';

  const verdict = await deps.recognise(subject, keysOf(subject));
  if (!verdict) return 'stale';
  log.debug({ addressId, verdict }, 'recognised');

  if (verdict.kind === 'new' || verdict.kind === 'revision') await deps.pushIndex({ addressId });
  return verdict.kind;
}
