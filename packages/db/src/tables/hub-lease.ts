import type { Generated } from 'kysely';

export type LeaseState = 'asking' | 'active' | 'denied' | 'leaving';

/** A subscription at a WebSub hub, as the hub leases it. */
export interface HubLeaseTable {
  id: Generated<number>;
  feed_address_id: number;
  hub: string;
  topic: string;
  /** Names the callback; who knows it may ask for nothing but this lease. */
  token: string;
  /** Signs what the hub sends. */
  secret: string;
  state: LeaseState;
  /** When the hub is asked next: for the lease, for another one, to end it. */
  again_at: Generated<Date>;
  /** Requests in a row that came to nothing. */
  tries: Generated<number>;
  lease_until: Date | null;
  pinged_at: Date | null;
  pings: Generated<number>;
  error: string | null;
}
