import type { Draft, IdentityKey } from '@nashra/articles';
import type { Verdict } from './decide.ts';

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
  /** Decides and claims in one transaction, under latches on the keys, and gives index its job; null when it has moved on. */
  recognise(subject: Subject, keys: readonly IdentityKey[]): Promise<Verdict | null>;
}

export type DedupeOutcome = Verdict['kind'] | 'stale';
