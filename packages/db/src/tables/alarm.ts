import type { Generated } from 'kysely';

/** Something operators are told of: once when it begins and once when it is over. */
export interface AlarmTable {
  key: string;
  what: string;
  since: Generated<Date>;
  seen_at: Generated<Date>;
  told_at: Date | null;
  /** Seen no more; the row goes when that was told. */
  over_at: Date | null;
}
