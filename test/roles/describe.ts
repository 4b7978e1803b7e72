import { type Queryable, READER_LIMITS, ROLES, type Role } from '@nashra/db';
import { sql } from 'kysely';

/** What each role may do with something, in words; empty for nothing. */
export interface RightsOf {
  readonly what: string;
  readonly rights: Readonly<Record<Role, string>>;
}

const TABLE_RIGHTS = ['select', 'insert', 'update', 'delete', 'truncate'];
/** Functions of the server that everybody has until they are taken away. */
const SERVER = [
  ['advisory locks', '^pg_(try_)?advisory_'],
  ['large objects', '^(lo_.*|loread|lowrite)$'],
  ['pg_notify', '^pg_notify$'],
  ['pg_sleep', '^pg_sleep'],
  ['ending sessions of others', '^pg_(terminate|cancel)_backend$'],
  ['files of the server', '^pg_(read_file|read_binary_file|ls_dir|stat_file)$'],
] as const;

/** Who may do what, asked of the database; things of the same rights are told together. */
export async function readRights(db: Queryable): Promise<RightsOf[]> {
  const rows = [
    ...(await readTables(db)),
    ...(await readFunctions(db)),
    ...(await readPlaces(db)),
    ...(await readServer(db)),
  ];
  const groups = Map.groupBy(rows, (it) => JSON.stringify([kindOf(it.what), it.rights]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [{ what: group.map(({ what }) => what).join(', '), rights: first.rights }];
  });
}

const kindOf = (what: string): string => /^`\w+\./.exec(what)?.[0] ?? what;

async function readTables(db: Queryable): Promise<RightsOf[]> {
  // Partitions are reached through their table.
  const { rows } = await sql<{ name: string; role: Role; may: string[] }>`
    select n.nspname || '.' || c.relname as name, role, array(select privilege
      from unnest(${TABLE_RIGHTS}::text[]) with ordinality as p (privilege, at)
      where has_schema_privilege(role, n.oid, 'usage') and has_table_privilege(role, c.oid, privilege) order by at) as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join unnest(${[...ROLES]}::text[]) as role
    where n.nspname in ('nashra', 'reader') and c.relkind in ('r', 'p', 'v') and not c.relispartition
    order by c.relkind = 'v', 1`.execute(db);
  return collect(rows);
}

async function readFunctions(db: Queryable): Promise<RightsOf[]> {
  const { rows } = await sql<{ name: string; role: Role; may: string[] }>`
    select n.nspname || '.' || p.proname || '()' as name, role,
      case when has_schema_privilege(role, n.oid, 'usage') and has_function_privilege(role, p.oid, 'execute')
        then array['execute'] else '{}' end as may
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join unnest(${[...ROLES]}::text[]) as role
    where (n.nspname = 'reader' or n.nspname = 'nashra' and p.prosecdef)
    order by 1`.execute(db);
  return collect(rows);
}

async function readPlaces(db: Queryable): Promise<RightsOf[]> {
  const { rows } = await sql<{ name: string; role: Role; may: string[] }>`
    select place as name, role, array_remove(array[
      case when place = 'this database' and has_database_privilege(role, current_database(), 'connect') then 'connect' end,
      case when place = 'this database' and has_database_privilege(role, current_database(), 'create') then 'create schemas' end,
      case when place = 'this database' and has_database_privilege(role, current_database(), 'temporary') then 'temporary tables' end,
      case when place <> 'this database' and has_schema_privilege(role, substring(place from 8), 'create') then 'create' end
    ], null) as may
    from unnest(array['this database', 'schema nashra', 'schema reader', 'schema public']) with ordinality as p (place, at)
    cross join unnest(${[...ROLES]}::text[]) as role order by at`.execute(db);
  return collect(rows);
}

async function readServer(db: Queryable): Promise<RightsOf[]> {
  const found: { name: string; role: Role; may: string[] }[] = [];
  for (const [name, pattern] of SERVER) {
    const { rows } = await sql<{ role: Role; may: string[] }>`
      select role, case when bool_or(has_function_privilege(role, p.oid, 'execute')
          and (p.proname !~ 'backend' or pg_has_role(role, 'pg_signal_backend', 'usage')))
        then array['execute'] else '{}' end as may
      from pg_proc p cross join unnest(${[...ROLES]}::text[]) as role
      where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ ${pattern} group by role`.execute(
      db,
    );
    found.push(...rows.map((row) => ({ name, ...row })));
  }
  const { rows } = await sql<{ name: string; role: Role; may: string[] }>`
    select 'the server' as name, rolname as role, array_remove(array[case when rolsuper then 'superuser' end,
      case when rolcreaterole then 'make roles' end, case when rolcreatedb then 'make databases' end,
      case when rolbypassrls then 'bypass policies' end, case when rolreplication then 'replicate' end,
      case when rolcanlogin then 'log in' end], null) as may
    from pg_roles where rolname = any(${[...ROLES]}::text[])`.execute(db);
  return collect([...found, ...rows]);
}

function collect(
  rows: readonly { name: string; role: Role; may: readonly string[] }[],
): RightsOf[] {
  const things = Map.groupBy(rows, ({ name }) => name);
  return [...things].map(([name, of]) => ({
    what: /^(nashra|reader)\./.test(name) ? `\`${name}\`` : name,
    rights: Object.fromEntries(
      ROLES.map((role) => [role, of.find((it) => it.role === role)?.may.join(', ') ?? '']),
    ) as Record<Role, string>,
  }));
}

const BEGIN = '<!-- roles: written by npm run docs:roles -->';
const END = '<!-- /roles -->';

/** The page with the tables of today. */
export function withRights(page: string, rows: readonly RightsOf[]): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  const head = `| what | ${ROLES.map((role) => `\`${role}\``).join(' | ')} |\n|---|${'---|'.repeat(ROLES.length)}`;
  const lines = rows.map(
    ({ what, rights }) => `| ${what} | ${ROLES.map((role) => rights[role] || '–').join(' | ')} |`,
  );
  const limits = Object.entries(READER_LIMITS).map(
    ([name, value]) => `| \`${name}\` | \`${value}\` |`,
  );
  const table = [head, ...lines].join('\n');
  const limited = ['| setting of a reader’s login | |\n|---|---|', ...limits].join('\n');
  return `${before}${BEGIN}\n\n${table}\n\n${limited}\n\n${END}${after}`;
}
