import type { Draft } from '@nashra/articles';
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
  /**
   * Decides and claims, together with others of its batch, in one transaction under latches on the keys, and gives index
   * its job; null when the address has moved on.
   */
  recognise(addressId: number): Promise<Verdict | null>;
}

export type DedupeOutcome = Verdict['kind'] | 'stale';
