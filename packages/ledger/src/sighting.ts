import type { AddressKind, EntryHint, Lane } from '@nashra/db';

/** An address as somebody saw it. */
export interface Sighting {
  /** Canonical, from `canonicalAddress`. */
  readonly address: string;
  readonly kind: AddressKind;
  readonly lane: Lane;
  readonly guidKey?: Buffer;
  readonly entryHash?: Buffer;
  readonly entry?: EntryHint;
  /** As its feed has them; only looked at, never kept. */
  readonly categories?: readonly string[];
  /** An operator's rule says that it is not to be fetched. */
  readonly isRuledOut?: boolean;
}
