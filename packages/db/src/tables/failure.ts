import type { GeneratedAlways } from 'kysely';
import type { AddressKind } from './address.ts';

/** An address that stands failed: kept by triggers of `address`, swept when it is old. */
export interface FailureTable {
  address_id: number;
  state: 'dropped' | 'quarantined';
  reason: string;
  host: string;
  kind: AddressKind;
  /** Of a quarantined job: where, and its code and message without addresses and numbers. */
  queue: string | null;
  error: string | null;
  again_at: Date | null;
  /** Since when it has come to nothing without a break, and the last time it did. */
  first_at: Date;
  last_at: Date;
  /** Those of one group have the same. */
  kin: GeneratedAlways<number>;
}
