import { type Kysely, sql } from 'kysely';
import { query } from '../search/query.ts';
import { says, searching } from '../search/search.ts';
import { suggest } from '../search/suggest.ts';
import { window } from '../search/window.ts';
import { schemaOfTrigrams } from './0009-search.ts';

/**
 * Who asks the schema `reader` for what cannot be is told so, and how to ask: a number nobody gave him would have been followed in
 * silence for ever, and a cursor that was cut short began the list again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const asked = [
    ...query,
    ...window,
    ...searching,
    ...suggest(await schemaOfTrigrams(db)),
    ...says,
  ];
  for (const statement of [...asked, ...changes]) await sql.raw(statement).execute(db);
}

/** The functions stay: what they gave before, they give. */
export async function down(): Promise<void> {}

/** Of a copy, what was given out elsewhere is not known here: there nothing is from the future. */
const GIVEN = `(select case when is_called and not pg_is_in_recovery() then greatest(last_value, newest, kept_after) end
      from nashra.change_seq_seq, reader.change_window)`;

/** With the owner's rights, to look at which numbers have been given. */
const changes = [
  `create or replace function reader.changes_after(last bigint, most integer default 1000)
    returns setof reader.changes language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    declare
      given bigint := ${GIVEN};
    begin
      if last is null then
        raise exception 'after which change is not said' using errcode = 'null_value_not_allowed',
          hint = 'Give 0 for all changes that are kept, or what newest of reader.change_window was before your snapshot.';
      end if;
      if last < (select kept_after from reader.change_window) then
        raise exception 'too old: changes up to % are kept no more, take a snapshot',
          (select kept_after from reader.change_window) using errcode = 'NS001';
      end if;
      if last > given then
        raise exception 'no change has been given the number %, nor one beyond %', last, given using errcode = 'NS003',
          hint = 'Give the last seq seen here, of this database. Where it was lost: take a snapshot, and follow from newest of reader.change_window.';
      end if;
      return query select * from reader.changes where seq > last order by seq limit least(most, 10000);
    end $$`,
  `create or replace function reader.changes_after(last bigint, most integer, epoch integer)
    returns setof reader.changes language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_variable
    declare
      back bigint := (select min(e.after_seq) from reader.epochs e where e.epoch > epoch);
      given bigint := ${GIVEN};
    begin
      if last > back then
        raise exception 'rewound: changes after % of your epoch have never been, go back to it', back
          using errcode = 'NS002', detail = back::text;
      end if;
      if given is not null and epoch > (select w.epoch from reader.change_window w) then
        raise exception 'there has been no epoch %', epoch using errcode = 'NS003',
          hint = 'Take a snapshot, and keep newest and epoch of reader.change_window from before it.';
      end if;
      return query select * from reader.changes_after(last, most);
    end $$`,
  `comment on function reader.changes_after(bigint, integer) is
    'The next changes in order, 10,000 at the most; an error where some in between are kept no more (NS001), or no change has that number yet (NS003)'`,
  `comment on function reader.changes_after(bigint, integer, integer) is
    'The same for who keeps the epoch: an error (NS002, its detail the seq to go back to) where the database was brought back to before what he has seen; of an epoch that has not been, NS003'`,
];
