import type { ColumnType, Generated } from 'kysely';

/** A job nobody could do, kept as it was with the reason, until somebody replays or discards it. */
export interface QuarantineTable {
  id: Generated<number>;
  queue: string;
  job_id: string | null;
  /** At most 8 KiB of it. */
  payload: ColumnType<unknown, string, never>;
  code: string;
  message: string;
  address_id: number | null;
  created_at: Generated<Date>;
}
