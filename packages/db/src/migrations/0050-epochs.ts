import { type Kysely, sql } from 'kysely';

/**
 * A database that was brought back to an earlier time, or that takes the place of a lost one, has fewer changes than readers have
 * seen. Postgres begins a new timeline then, and a copy elsewhere is of another system: each of these is an epoch, and says
 * up to which change it is like the one before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    'drop function reader.changes_after(bigint, integer, integer)',
    'drop view reader.change_window',
    windowOf(''),
    ...windowSays,
    'drop view reader.epochs',
    'drop function nashra.begin_epoch(), nashra.source_mark()',
    'drop table nashra.epoch',
  ])
    await sql.raw(statement).execute(db);
}

const windowOf = (more: string) => `create view reader.change_window as
  select coalesce((select cursor::bigint from nashra.maintenance where task = 'changes'), 0) as kept_after,
    coalesce((select seq from nashra.change order by seq desc limit 1),
      (select cursor::bigint from nashra.maintenance where task = 'changes'), 0) as newest${more}`;

const windowSays = [
  `comment on view reader.change_window is 'How far back the change feed reaches: one row'`,
  `comment on column reader.change_window.kept_after is
    'Every change after this seq is still there; who has seen less than this needs a snapshot'`,
  `comment on column reader.change_window.newest is
    'The last seq there is; note it before a snapshot, and follow from it afterwards'`,
];

const statements = [
  `create table nashra.epoch (
    number integer primary key check (number > 0),
    mark text not null,
    after_seq bigint not null,
    began_at timestamptz not null default now()
  )`,
  // The timeline by the name of the segment that is written: the control file knows it only after the next checkpoint.
  `create function nashra.source_mark() returns text language sql stable security definer set search_path = pg_catalog as $$
    select system_identifier || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) || '/' ||
      (select oid from pg_database where datname = current_database())
    from pg_control_system() $$`,
  // Under the latch of changes. Numbers go on far beyond any that may have been given out in what was lost: who keeps to
  // the seq alone skips nothing either.
  `create function nashra.begin_epoch() returns boolean language plpgsql security definer set search_path = pg_catalog as $$
    declare
      here text := nashra.source_mark();
      last nashra.epoch;
      seen bigint;
      drawn bigint;
    begin
      select * into last from nashra.epoch order by number desc limit 1;
      if last.mark = here then return false; end if;
      select newest into seen from reader.change_window;
      insert into nashra.epoch (number, mark, after_seq) values (coalesce(last.number, 0) + 1, here, seen);
      if last.number is not null then
        select last_value into drawn from nashra.change_seq_seq;
        perform setval('nashra.change_seq_seq', greatest(seen, drawn) + 10000000);
      end if;
      return true;
    end $$`,
  'create view reader.epochs as select number as epoch, after_seq, began_at from nashra.epoch',
  `comment on view reader.epochs is
    'Each time the database was brought back, or taken over by a replica: what it had then; see docs/reader.md'`,
  `comment on column reader.epochs.epoch is 'Rises; the last one is that of change_window'`,
  `comment on column reader.epochs.after_seq is
    'Changes up to this one are those of the epoch before; what was seen after it in an earlier epoch has never been'`,
  `comment on column reader.epochs.began_at is 'When it was noticed'`,
  'drop view reader.change_window',
  windowOf(', coalesce((select max(number) from nashra.epoch), 0) as epoch'),
  ...windowSays,
  `comment on column reader.change_window.epoch is
    'Keep it beside your seq: it is another one when the database was brought back to an earlier time'`,
  `create function reader.changes_after(last bigint, most integer, epoch integer)
    returns setof reader.changes language plpgsql stable as $$
    #variable_conflict use_variable
    declare
      back bigint := (select min(e.after_seq) from reader.epochs e where e.epoch > epoch);
    begin
      if last > back then
        raise exception 'rewound: changes after % of your epoch have never been, go back to it', back
          using errcode = 'NS002', detail = back::text;
      end if;
      return query select * from reader.changes_after(last, most);
    end $$`,
  `comment on function reader.changes_after(bigint, integer, integer) is
    'The same for who keeps the epoch: an error (NS002, its detail the seq to go back to) where the database was brought back to before what he has seen'`,
];
