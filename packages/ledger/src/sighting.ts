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
}
