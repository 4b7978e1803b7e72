import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Columns of ours that hold text no text of strangers may be, as `table.column`. */
export async function uncleanColumns(db: Db): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select c.table_name as "table", c.column_name as "column", c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'nashra' and t.table_type = 'BASE TABLE'
      and (c.data_type in ('text', 'json', 'jsonb') or c.udt_name = '_text')
      and c.table_name not like 'search\\_%'`.execute(db);
  const unclean: string[] = [];
  for (const { table, column, type } of columns) {
    const it = sql.ref(column);
    // JSON spells controls as escapes.
    const isUnclean = type.startsWith('json')
      ? sql`not nashra.is_clean(${it}::text) or ${it}::text ~ '\\\\u00[01]|\\\\ud[89a-f]'`
      : sql`not nashra.is_clean(${it})`;
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(`nashra.${table}`)} where ${isUnclean}`.execute(
      db,
    );
    if (rows[0]?.n) unclean.push(`${table}.${column} (${rows[0].n})`);
  }
  return unclean;
}
