import { sql } from 'kysely';
import type { Queryable } from './client.ts';
import { ROLES } from './role-names.ts';

/** What a reader may take of the server. The server holds the last; a reader may lift the others, and the warden ends him. */
export const READER_LIMITS: Readonly<Record<string, string>> = {
  statement_timeout: '30s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '60s',
  max_parallel_workers_per_gather: '0',
  default_transaction_read_only: 'on',
  temp_file_limit: '256MB',
};

/** Before migrations: makes the roles that are missing and lets this login be their owner, where it may. */
export async function makeRoles(db: Queryable): Promise<void> {
  for (const role of ROLES) {
    await trying(
      db,
      `if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if`,
    );
  }
  // A superuser is a member of all; who only may make roles must say so.
  await trying(
    db,
    `if not (select rolsuper from pg_roles where rolname = session_user) then
       execute format('grant ${ROLES.join(', ')} to %I', session_user); end if`,
  );
  await trying(
    db,
    `execute format('grant create, temporary on database %I to nashra_owner', current_database())`,
  );
}

/**
 * After migrations, by the same login: everything of ours belongs to the owner's role, and each role has its rights and no
 * others. Done anew each time, so that a restored dump has them too. What a login may not do is left: a database whose
 * login can make no roles works as that login.
 */
export async function settleRoles(db: Queryable): Promise<void> {
  await trying(db, OWNED);
  for (const statement of GRANTS) await trying(db, statement);
  for (const statement of CLOSED) await trying(db, `if ${ALONE} then ${statement}; end if`);
  await limitReaders(db);
}

/**
 * Settings of a role are not its members': each login has its own.
 *
 * @param logins a query for their names; all there are by default
 */
export async function limitReaders(db: Queryable, logins = LOGINS_OF_READERS): Promise<void> {
  for (const [name, value] of Object.entries(READER_LIMITS)) {
    await trying(
      db,
      `for login in ${logins} loop
         execute format('alter role %I set ${name} = %L', login, '${value}'); end loop`,
    );
  }
}

/** Logins that are nashra_reader's and of no other role. */
const LOGINS_OF_READERS = `select r.rolname from pg_roles r join pg_auth_members m on m.member = r.oid
  join pg_roles of on of.oid = m.roleid where r.rolcanlogin and not r.rolsuper
  group by r.rolname having array_agg(distinct of.rolname::text) = array['nashra_reader']`;

/** What was made by another login, a migration of before the roles say, becomes the owner's. Extensions keep theirs. */
const OWNED = `
  if pg_has_role(current_user, 'nashra_owner', 'member') then
    for found in
      select case when c.relkind = 'v' then 'view' when c.relkind = 'S' then 'sequence' else 'table' end as kind,
        format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('nashra', 'reader') and c.relkind in ('r', 'p', 'v', 'S')
        -- Whoever migrates holds it just now.
        and c.relowner <> 'nashra_owner'::regrole and c.relname <> 'migrating'
        and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass
          and d.deptype in ('a', 'e', 'i'))
      union all
      select case p.prokind when 'p' then 'procedure' else 'function' end, p.oid::regprocedure::text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('nashra', 'reader') and p.proowner <> 'nashra_owner'::regrole
        and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
      union all
      select 'schema', nspname from pg_namespace
      where nspname in ('nashra', 'reader') and nspowner <> 'nashra_owner'::regrole
      union all
      select 'type', format('%I.%I', n.nspname, t.typname) from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where n.nspname in ('nashra', 'reader') and t.typtype in ('d', 'e') and t.typowner <> 'nashra_owner'::regrole
    loop
      execute format('alter %s %s owner to nashra_owner', found.kind, found.name);
    end loop;
  end if`;

const FUNCTIONS_OF_THE_OWNER = [
  'make_key_day(date)',
  'drop_key_day(text)',
  'make_month(text, date)',
  'drop_month(text, text)',
  'end_long_readers(integer, integer)',
  'begin_epoch()',
  'source_mark()',
];

const GRANTS = [
  'grant usage on schema nashra, reader to nashra_app, nashra_ops',
  'grant select, insert, update, delete on all tables in schema nashra to nashra_app',
  'grant usage, select on all sequences in schema nashra to nashra_app',
  'revoke insert, update, delete on nashra.kysely_migration, nashra.kysely_migration_lock from nashra_app',
  'grant select on all tables in schema nashra to nashra_ops',
  // Whoever looks sees that a source is asked with something, and never with what.
  'revoke select on nashra.access, nashra.hub_lease from nashra_ops',
  'grant select (id, publisher_id, feed_address_id, origins, names, updated_at) on nashra.access to nashra_ops',
  'grant select (id, feed_address_id, hub, topic, state, again_at, tries, lease_until, pinged_at, pings, error) on nashra.hub_lease to nashra_ops',
  // They begin by a function of the owner's.
  'revoke insert, update, delete on nashra.epoch from nashra_app',
  'revoke all on nashra.migrating from nashra_app, nashra_ops',
  'grant insert, update, delete on nashra.ops_token, nashra.ops_user, nashra.api_token, nashra.alarm to nashra_ops',
  // Who looks asks for a run, and for its end; what it does is done by the services.
  'grant insert on nashra.bulk_run, nashra.errand, nashra.audit to nashra_ops',
  'grant update (wanted) on nashra.bulk_run to nashra_ops',
  'grant usage on sequence nashra.id_counter to nashra_ops',
  // Of a source only when it is asked, whether, and what it is called.
  'grant update (state, next_poll_at, interval_seconds, title) on nashra.feed to nashra_ops',
  'grant update (state, updated_at) on nashra.publisher to nashra_ops',
  'grant insert, update on nashra.guard to nashra_ops',
  // What follows from a takedown is done by the services; an answer changes no article.
  'grant insert, update on nashra.takedown, nashra.desk_case to nashra_ops',
  'grant select on all tables in schema reader to nashra_app, nashra_ops, nashra_reader',
  'grant execute on all functions in schema reader to nashra_app, nashra_ops, nashra_reader',
  'grant usage on schema reader to nashra_reader',
  `revoke execute on function ${FUNCTIONS_OF_THE_OWNER.map((it) => `nashra.${it}`).join(', ')} from public`,
  `grant execute on function ${FUNCTIONS_OF_THE_OWNER.map((it) => `nashra.${it}`).join(', ')} to nashra_app`,
  'grant execute on function pg_catalog.pg_notify(text, text) to nashra_app',
  // The warden ends readers' sessions, and must see how long they last.
  'grant pg_signal_backend, pg_read_all_stats to nashra_owner',
  // Whatever readers take, these find a place (with reserved_connections, since 16).
  'grant pg_use_reserved_connections to nashra_owner, nashra_app, nashra_ops',
];

/** Others who keep tables in this database may need what everybody may do: only where we are alone it is closed. */
const ALONE = `not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('nashra', 'reader', 'information_schema') and n.nspname !~ '^pg_')`;

/** What everybody may do in a new database, and nobody needs here. Only a superuser can say so. */
const CLOSED = [
  `execute format('revoke temporary on database %I from public', current_database())`,
  'revoke create on schema public from public',
  'revoke execute on function pg_catalog.pg_notify(text, text) from public',
  `for found in select oid::regprocedure::text as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace
      and (proname ~ '^pg_(try_)?advisory_' or proname ~ '^lo_' or proname in ('loread', 'lowrite', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until'))
    loop execute format('revoke execute on function %s from public', found.name); end loop`,
];

/** Does one statement of PL/pgSQL, and leaves it where this login may not, or the server does not know it yet. */
async function trying(db: Queryable, statement: string): Promise<void> {
  await sql
    .raw(`do $do$ declare found record; login name; begin
    ${statement};
  exception
    when insufficient_privilege or undefined_object or undefined_table or undefined_function or invalid_schema_name
      or duplicate_object or unique_violation or cant_change_runtime_param then null;
  end $do$`)
    .execute(db);
}
