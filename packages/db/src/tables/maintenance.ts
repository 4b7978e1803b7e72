import type { Generated } from 'kysely';

/** How far each task of housekeeping has come; its row is also its lock. */
export interface MaintenanceTable {
  task: string;
  cursor: string | null;
  ran_at: Date | null;
  /** Rows or files in all. */
  removed: Generated<number>;
}
