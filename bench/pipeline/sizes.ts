import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '@nashra/db';
import { sql } from 'kysely';
import { countIndexed } from './run-pipeline.ts';

/** Bytes of one article: in each table with its indexes, and in the blob store. */
export interface Sizes {
  readonly tables: Readonly<Record<string, number>>;
  readonly blobs: number;
}

/** Tables of fewer bytes an article are none of its own. */
const LEAST = 8;

export async function readSizes(db: Db, blobs: string): Promise<Sizes> {
  const n = Math.max(1, await countIndexed({ db }));
  const { rows } = await sql<{ name: string; bytes: number }>`
    select coalesce(parent.relname, c.relname) as name, sum(pg_total_relation_size(c.oid))::float8 / ${n} as bytes
    from pg_class c left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
    where c.relnamespace = 'nashra'::regnamespace and c.relkind = 'r'
    group by 1 having sum(pg_total_relation_size(c.oid)) >= ${LEAST * n} order by 2 desc`.execute(
    db,
  );
  const files = readdirSync(blobs, { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0);
  return {
    tables: Object.fromEntries(rows.map((it) => [it.name, Math.round(it.bytes)])),
    blobs: Math.round(bytes / n),
  };
}
