import type { Generated } from 'kysely';

/** What befell an address, a row a step. Kept for a while, then swept. */
export interface JournalTable {
  address_id: number;
  /** Carries the instant of the step; see `instantOfId`. */
  id: Generated<number>;
  state: string;
  reason: string | null;
}
