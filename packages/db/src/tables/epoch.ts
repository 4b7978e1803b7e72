import type { Generated } from 'kysely';

/** A time during which no change was taken back; a restore or a failover begins the next. */
export interface EpochTable {
  number: number;
  /** System, timeline and database that it is of. */
  mark: string;
  /** Up to this change it is like the one before. */
  after_seq: number;
  began_at: Generated<Date>;
}
