import type { Recognisable } from '@nashra/articles';
import type { Verdict } from './decide.ts';

/** A parsed address with that by which its draft can be recognised. */
export interface Subject extends Recognisable {
  readonly addressId: number;
  readonly publisherId: number;
}

export interface DedupeDeps {
  /**
   * Decides and claims, together with others of its batch, in one transaction under latches on the keys, and gives index
   * its job; null when the address has moved on.
   */
  recognise(addressId: number): Promise<Verdict | null>;
}

export type DedupeOutcome = Verdict['kind'] | 'stale';
