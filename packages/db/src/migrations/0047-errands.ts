import { type Kysely, sql } from 'kysely';

/** What the console wants done and may not do itself; and runs that rest until somebody says otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await allow(db, STATES, ['abort', 'undo', 'pause', 'resume']);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nashra.errand`.execute(db);
  await sql`update nashra.bulk_run set state = 'aborted', ended_at = now() where state = 'paused'`.execute(
    db,
  );
  await sql`update nashra.bulk_run set wanted = null where wanted in ('pause', 'resume')`.execute(
    db,
  );
  await allow(
    db,
    STATES.filter((it) => it !== 'paused'),
    ['abort', 'undo'],
  );
}

const STATES = ['waiting', 'running', 'paused', 'done', 'stopped', 'aborted', 'undoing', 'undone'];

const statements = [
  `create table nashra.errand (
    id bigint primary key default nashra.next_id(),
    verb text not null check (length(verb) between 1 and 40),
    asked jsonb not null check (length(asked::text) <= 100000),
    actor text not null check (length(actor) between 1 and 200),
    reason text check (length(reason) <= 2000),
    takes smallint not null default 0,
    taken_at timestamptz,
    answer jsonb,
    refusal text,
    ended_at timestamptz
  )`,
  'create index errand_open on nashra.errand (id) where ended_at is null',
];

async function allow(
  db: Kysely<unknown>,
  states: readonly string[],
  wanted: readonly string[],
): Promise<void> {
  const list = (of: readonly string[]) => sql.raw(of.map((it) => `'${it}'`).join(', '));
  await sql`alter table nashra.bulk_run drop constraint bulk_run_state_check, drop constraint bulk_run_wanted_check,
    add constraint bulk_run_state_check check (state in (${list(states)})),
    add constraint bulk_run_wanted_check check (wanted in (${list(wanted)}))`.execute(db);
}
