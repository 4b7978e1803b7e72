import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Bytes of one article: in each table with its indexes, and in the blob store. */
export interface Sizes {
  readonly tables: Readonly<Record<string, number>>;
  readonly blobs: number;
}

/** Tables of fewer bytes an article are none of its own. */
const LEAST = 8;

export async function readSizes(db: Db, blobs: string): Promise<Sizes> {
  const { rows } = await sql<{ name: string; bytes: number }>`
    with n as (select greatest(count(*), 1)::float8 as n from nashra.article where revision > 0)
    select coalesce(parent.relname, c.relname) as name, sum(pg_total_relation_size(c.oid) / n.n)::float8 as bytes
    from n, pg_class c left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
    where c.relnamespace = 'nashra'::regnamespace and c.relkind = 'r'
    group by 1 having sum(pg_total_relation_size(c.oid) / n.n) >= ${LEAST} order by 2 desc`.execute(
    db,
  );
  const { n } = (
    await sql<{
      n: number;
    }>`select count(*)::int as n from nashra.article where revision > 0`.execute(db)
  ).rows[0] ?? { n: 1 };
  const files = readdirSync(blobs, { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0);
  return {
    tables: Object.fromEntries(rows.map((it) => [it.name, Math.round(it.bytes)])),
    blobs: Math.round(bytes / Math.max(n, 1)),
  };
}
