import { type Kysely, sql } from 'kysely';

/**
 * Logs are partitioned by month, by the time in their ids: what is too old goes as a whole, at the cost of no row. What was
 * there before is the first partition, up to the month that comes next; it is read once when it is attached.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...functions, ...LOGS.flatMap(partitioned)])
    await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LOGS.flatMap(whole), ...undo]) await sql.raw(statement).execute(db);
}

interface Log {
  readonly name: string;
  readonly key: string;
  /** Of its rows by the address. */
  readonly indexes: readonly string[];
}

const LOGS: readonly Log[] = [
  { name: 'journal', key: 'address_id, id', indexes: [] },
  {
    name: 'fetch_log',
    key: 'id',
    indexes: ['create index fetch_log_address on nashra.fetch_log (address_id, id)'],
  },
];

const DEFINER = 'language plpgsql security definer set search_path = pg_catalog, pg_temp';
const ONE_OF_THEM = `log in (${LOGS.map(({ name }) => `'${name}'`).join(', ')})`;

const functions = [
  `create function nashra.make_month(log text, month date) returns void ${DEFINER} as $$
    begin
      if not ${ONE_OF_THEM} then raise exception '% has no months', log; end if;
      execute format('create table if not exists nashra.%I partition of nashra.%I for values from (%s) to (%s)',
        log || to_char(month, '_YYYYMM'), log, nashra.id_at(month::timestamp at time zone 'UTC'),
        nashra.id_at((month + interval '1 month') at time zone 'UTC'));
    end $$`,
  `create function nashra.drop_month(log text, name text) returns void ${DEFINER} as $$
    begin
      if ${ONE_OF_THEM} and exists (select from pg_inherits where inhparent = to_regclass(format('nashra.%I', log))
        and inhrelid = to_regclass(format('nashra.%I', name))) then
        execute format('drop table nashra.%I', name);
      end if;
    end $$`,
];

const MONTH = `date_trunc('month', now() at time zone 'UTC')`;

function partitioned({ name, key, indexes }: Log): string[] {
  return [
    `alter table nashra.${name} rename to ${name}_before`,
    `alter table nashra.${name}_before rename constraint ${name}_pkey to ${name}_before_pkey`,
    ...indexes.map(() => `alter index nashra.${name}_address rename to ${name}_before_address`),
    `create table nashra.${name} (like nashra.${name}_before including defaults, primary key (${key})) partition by range (id)`,
    ...indexes,
    `do $$ begin
      execute format('alter table nashra.${name} attach partition nashra.${name}_before for values from (minvalue) to (%s)',
        nashra.id_at((${MONTH} + interval '1 month') at time zone 'UTC'));
      perform nashra.make_month('${name}', (${MONTH} + make_interval(months => n))::date) from generate_series(1, 3) n;
    end $$`,
  ];
}

/** All rows in one table again, under the names it had. */
function whole({ name }: Log): string[] {
  return [
    `create table nashra.${name}_whole (like nashra.${name} including all)`,
    `insert into nashra.${name}_whole select * from nashra.${name}`,
    `drop table nashra.${name}`,
    `alter table nashra.${name}_whole rename to ${name}`,
    `alter table nashra.${name} rename constraint ${name}_whole_pkey to ${name}_pkey`,
  ];
}

const undo = [
  'create index journal_age on nashra.journal using brin (id) with (pages_per_range = 32)',
  'alter index nashra.fetch_log_whole_address_id_id_idx rename to fetch_log_address',
  'drop function nashra.make_month(text, date), nashra.drop_month(text, text)',
];
