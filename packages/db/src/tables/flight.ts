import type { ColumnType, Generated } from 'kysely';
import type { Lane } from './address.ts';

/**
 * An address on its way: waiting to be let in, or at a stage. One small row, changed in place at every step, since no
 * index knows its state; what it has learnt becomes the address's own when the flight ends.
 */
export interface FlightTable {
  address_id: number;
  /** Which stage it waits for; the way (packages/pipeline) names them. */
  state: string;
  /** Why it stands there. */
  reason: string | null;
  /** Of the address, for the release: a flight is let in, counted and delayed by its host. */
  host: string;
  lane: Generated<Lane>;
  publisher_id: number;
  /** While it waits: not to be let in before. Null once it was. */
  due_at: Date | null;
  /** The server is asked for all, whatever it said last time. */
  whole: Generated<boolean>;
  /** Learnt on the way. */
  capture_id: number | null;
  etag: string | null;
  last_modified: string | null;
  article_id: number | null;
  /** The address is looked at again after its flight: the first pause, which grows. */
  again_ms: number | null;
  /** How often a busy host sent it away, and how often the reconciler put it back. */
  waits: Generated<number>;
  rescues: Generated<number>;
  moved_at: ColumnType<Date, Date | undefined, Date>;
}
