import { type Kysely, sql } from 'kysely';

/**
 * Content is held clean when its text is written, and not again whenever anything of its row is: a check of the table reads all texts of a
 * row that only leaves the search index, which took longer than the rest of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const each of [refuse, trigger, 'alter table nashra.content drop constraint content_clean'])
    await sql.raw(each).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const isClean = `alter table nashra.content add constraint content_clean check (${clean('')}) not valid`;
  for (const each of [
    isClean,
    'alter table nashra.content validate constraint content_clean',
    'drop trigger content_clean on nashra.content',
    'drop function nashra.refuse_unclean()',
  ])
    await sql.raw(each).execute(db);
}

const TEXTS = ['title', 'authors', 'summary', 'section', 'tags', 'body', 'html'];
const clean = (row: string) =>
  TEXTS.map((column) => `nashra.is_clean(${row}${column})`).join(' and ');

/** As a check of that name refuses a row. */
const refuse = `
  create function nashra.refuse_unclean() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = 'check_violation', schema = tg_table_schema, table = tg_table_name, constraint = tg_name,
      message = format('new row for relation "%s" violates check constraint "%s"', tg_table_name, tg_name);
  end $$`;

const trigger = `
  create trigger content_clean after insert or update of ${TEXTS.join(', ')} on nashra.content
  for each row when (not (${clean('new.')})) execute function nashra.refuse_unclean()`;
