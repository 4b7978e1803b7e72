import { type Kysely, sql } from 'kysely';

/** Time-ordered ids: milliseconds since 2020 in the high bits, a 12-bit counter in the low; < 2^53. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence nashra.id_counter`.execute(db);
  await sql`
    create function nashra.next_id() returns bigint language sql volatile as $$
      select ((extract(epoch from clock_timestamp()) * 1000)::bigint - 1577836800000) * 4096
        + nextval('nashra.id_counter') % 4096
    $$`.execute(db);
  await sql`
    create function nashra.id_at(at timestamptz) returns bigint language sql stable as $$
      select ((extract(epoch from at) * 1000)::bigint - 1577836800000) * 4096
    $$`.execute(db);
  await sql`comment on function nashra.next_id() is
    'A time-ordered id: (milliseconds since 2020-01-01 UTC) << 12 | counter. Fits a JavaScript number.'`.execute(
    db,
  );
  await sql`comment on function nashra.id_at(timestamptz) is
    'The smallest id of an instant: rows by age are a range of their primary key.'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function nashra.id_at(timestamptz), nashra.next_id()`.execute(db);
  await sql`drop sequence nashra.id_counter`.execute(db);
}
