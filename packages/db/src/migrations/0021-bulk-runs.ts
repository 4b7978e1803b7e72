import { type Kysely, sql } from 'kysely';

/**
 * What stands failed has a small row of its own, so that a hundred thousand of them are grouped in one short scan; and what
 * an operator does to many at once is a row that every process can see, go on with, stop and take back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const FAILED = `('dropped', 'quarantined')`;

/** A message without what differs from one case to the next: addresses, quoted text, ids and numbers. */
const shape = `create function nashra.error_shape(message text) returns text language sql immutable as $$
    select left(regexp_replace(regexp_replace(regexp_replace(regexp_replace(left(message, 2000),
      '[a-z][a-z0-9+.-]*://[^[:space:]"''<>]+', '‹address›', 'gi'),
      '"[^"]*"', '‹text›', 'g'),
      '\\m[0-9a-f]{8}[0-9a-f-]{8,}\\M', '‹id›', 'gi'),
      '[0-9]+', '‹n›', 'g'), 300)
  $$`;

/** By a trigger, so that nobody who moves an address can forget it; one that fares well pays for a comparison alone. */
const keep = `create function nashra.keep_failure() returns trigger language plpgsql as $$
    declare job record;
    begin
      if tg_op = 'DELETE' or new.state is null or new.state not in ${FAILED} then
        delete from nashra.failure where address_id = old.id;
        return null;
      end if;
      select queue, code, message into job from nashra.quarantine where address_id = new.id and new.state = 'quarantined';
      insert into nashra.failure (address_id, state, reason, host, kind, queue, error, again_at, first_at, last_at)
      values (new.id, new.state, new.reason, new.host, new.kind, job.queue,
        job.code || ': ' || nashra.error_shape(job.message), new.again_at, new.updated_at, new.updated_at)
      on conflict (address_id) do update set state = excluded.state, reason = excluded.reason, host = excluded.host,
        kind = excluded.kind, queue = excluded.queue, error = excluded.error, again_at = excluded.again_at,
        last_at = excluded.last_at;
      return null;
    end $$`;

const statements = [
  shape,
  `create table nashra.failure (
    address_id bigint primary key,
    state text not null check (state in ${FAILED}),
    reason text not null,
    host text not null,
    kind text not null,
    queue text,
    error text check (length(error) <= 400),
    again_at timestamptz,
    first_at timestamptz not null,
    last_at timestamptz not null,
    -- Those of one group have the same: what is grouped by one number needs no sort of five texts.
    kin bigint not null generated always as (hashtextextended(state || ' ' || reason || ' ' || host || ' '
      || coalesce(queue, '') || ' ' || coalesce(error, ''), 0)) stored
  ) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)`,
  'create index failure_last_at on nashra.failure (last_at)',
  `insert into nashra.failure (address_id, state, reason, host, kind, queue, error, again_at, first_at, last_at)
    select a.id, a.state, a.reason, a.host, a.kind, q.queue, q.code || ': ' || nashra.error_shape(q.message), a.again_at,
      a.updated_at, a.updated_at
    from nashra.address a left join nashra.quarantine q on q.address_id = a.id and a.state = 'quarantined'
    where a.state in ${FAILED}`,
  keep,
  `create trigger address_failed after update of state, reason, host, again_at, updated_at on nashra.address for each row
    when (new.state in ${FAILED} or old.state in ${FAILED}) execute function nashra.keep_failure()`,
  `create trigger address_born_failed after insert on nashra.address for each row
    when (new.state in ${FAILED}) execute function nashra.keep_failure()`,
  `create trigger address_failed_gone after delete on nashra.address for each row
    when (old.state in ${FAILED}) execute function nashra.keep_failure()`,
  `create table nashra.bulk_run (
    id bigint primary key default nashra.next_id(),
    verb text not null check (verb in ('retry', 'discard', 'quarantine')),
    filter text not null check (length(filter) between 1 and 2000),
    actor text not null,
    reason text not null check (length(reason) between 1 and 2000),
    is_whole boolean not null default false,
    rate integer check (rate between 1 and 10000),
    most integer not null check (most between 1 and 1000000),
    state text not null default 'waiting'
      check (state in ('waiting', 'running', 'done', 'stopped', 'aborted', 'undoing', 'undone')),
    wanted text check (wanted in ('abort', 'undo')),
    why text check (why in ('failing', 'slow')),
    matched integer,
    phase integer not null default 0,
    phases jsonb not null default '[]',
    sent integer not null default 0,
    acted integer not null default 0,
    taken_back integer not null default 0,
    phase_at timestamptz,
    stepped_at timestamptz,
    ended_at timestamptz
  )`,
  `create index bulk_run_open on nashra.bulk_run (id) where state in ('waiting', 'running', 'undoing') or wanted is not null`,
  `create table nashra.bulk_item (
    run_id bigint not null references nashra.bulk_run on delete cascade,
    n integer not null,
    address_id bigint not null,
    kept jsonb,
    primary key (run_id, n)
  )`,
];

const undo = [
  'drop table nashra.bulk_item, nashra.bulk_run',
  `drop trigger address_failed on nashra.address`,
  `drop trigger address_born_failed on nashra.address`,
  `drop trigger address_failed_gone on nashra.address`,
  'drop function nashra.keep_failure()',
  'drop table nashra.failure',
  'drop function nashra.error_shape(text)',
];
