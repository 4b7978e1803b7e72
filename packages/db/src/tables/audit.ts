import type { ColumnType, Generated } from 'kysely';

/** What operators did, by whom and why. */
export interface AuditTable {
  /** Carries the instant of the act; see `instantOfId`. */
  id: Generated<number>;
  actor: string;
  action: string;
  subject: string;
  reason: string | null;
  detail: ColumnType<unknown, string, never>;
}
