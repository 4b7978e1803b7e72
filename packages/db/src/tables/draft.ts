import type { ColumnType, Generated } from 'kysely';

/** What parse read off a page, between parse and index. The shapes belong to packages/articles. */
export interface DraftTable {
  address_id: number;
  draft: ColumnType<unknown, string, string>;
  decision: ColumnType<unknown, string | null, string | null>;
  created_at: Generated<Date>;
}
