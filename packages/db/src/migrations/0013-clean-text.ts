import { type Kysely, sql } from 'kysely';

/**
 * Columns that hold text of strangers take clean text alone, whoever writes them. The checks stand at once for what is
 * written from now on; what is there is mended and then looked at without keeping anybody from writing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(IS_CLEAN).execute(db);
  for (const [table, columns] of CHECKED) {
    const each = columns.map((column) => `nashra.is_clean(${column})`).join(' and ');
    const mended = columns.map((column) => `${column} = nashra.cleaned(${column})`).join(', ');
    await sql.raw(`update nashra.${table} set ${mended} where not (${each})`).execute(db);
    await sql
      .raw(`alter table nashra.${table} add constraint ${table}_clean check (${each}) not valid`)
      .execute(db);
    await sql.raw(`alter table nashra.${table} validate constraint ${table}_clean`).execute(db);
  }
  await sql`drop function nashra.cleaned(text), nashra.cleaned(text[])`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const [table] of CHECKED)
    await sql.raw(`alter table nashra.${table} drop constraint ${table}_clean`).execute(db);
  await sql`drop function nashra.is_clean(text), nashra.is_clean(text[])`.execute(db);
}

/** Controls but tab and line breaks, DEL and C1; embeddings, overrides, isolates; U+FEFF. Half pairs are no UTF-8. */
const FOREIGN = String.raw`[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFEFF]`;

const IS_CLEAN = `
  create function nashra.is_clean(text) returns boolean language sql immutable parallel safe
    return $1 !~ '${FOREIGN}';
  create function nashra.is_clean(text[]) returns boolean language sql immutable parallel safe
    return array_to_string($1, ' ') !~ '${FOREIGN}';
  create function nashra.cleaned(text) returns text language sql immutable
    return regexp_replace($1, '${FOREIGN}', '', 'g');
  create function nashra.cleaned(text[]) returns text[] language sql immutable
    return (select coalesce(array_agg(nashra.cleaned(one) order by at), '{}')
      from unnest($1) with ordinality as each(one, at));`;

const CHECKED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['content', ['title', 'authors', 'summary', 'section', 'tags', 'body', 'html']],
  ['image', ['caption', 'credit', 'alt']],
  ['publisher', ['name', 'name_native', 'homepage']],
  ['feed', ['title']],
];
