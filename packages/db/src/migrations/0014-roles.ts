import { type Kysely, sql } from 'kysely';

/**
 * What roles need that may not change the schema: the services ask for days of candidate keys and for the end of readers who
 * stay too long by functions of the owner, and those who are let into the dashboards have rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nashra.ops_token`.execute(db);
  await sql`drop function nashra.make_key_day(date), nashra.drop_key_day(text), nashra.end_long_readers(integer, integer)`.execute(
    db,
  );
}

const DEFINER = 'language plpgsql security definer set search_path = pg_catalog, pg_temp';

const statements = [
  `create table nashra.ops_token (
    hash bytea primary key check (octet_length(hash) = 32),
    kind text not null check (kind in ('session', 'device')),
    login bytea not null,
    made_at timestamptz not null default now(),
    ends_at timestamptz not null
  )`,
  'create index ops_token_ends_at on nashra.ops_token (ends_at)',
  `create function nashra.make_key_day(day date) returns void ${DEFINER} as $$
    begin
      execute format('create table if not exists nashra.%I partition of nashra.candidate_key for values from (%s) to (%s)',
        'candidate_key_' || to_char(day, 'YYYYMMDD'), nashra.id_at(day::timestamp at time zone 'UTC'),
        nashra.id_at((day + 1)::timestamp at time zone 'UTC'));
    end $$`,
  `create function nashra.drop_key_day(name text) returns void ${DEFINER} as $$
    begin
      if exists (select from pg_inherits where inhparent = 'nashra.candidate_key'::regclass
        and inhrelid = to_regclass(format('nashra.%I', name))) then
        execute format('drop table nashra.%I', name);
      end if;
    end $$`,
  `create function nashra.end_long_readers(statement_s integer, transaction_s integer) returns integer ${DEFINER} as $$
    declare ended integer := 0; late record;
    begin
      for late in
        select a.pid from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
        where a.datname = current_database() and not r.rolsuper and pg_has_role(r.oid, 'nashra_reader', 'member')
          and not pg_has_role(r.oid, 'nashra_app', 'member') and not pg_has_role(r.oid, 'nashra_ops', 'member')
          and (a.xact_start < clock_timestamp() - make_interval(secs => transaction_s)
            or a.state = 'active' and a.query_start < clock_timestamp() - make_interval(secs => statement_s))
        limit 200
      loop
        if pg_terminate_backend(late.pid) then ended := ended + 1; end if;
      end loop;
      return ended;
    exception when insufficient_privilege or undefined_object then return ended;
    end $$`,
];
