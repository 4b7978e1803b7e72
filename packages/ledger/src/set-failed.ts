import { type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';

/** What a verb needs to be taken back: of one address, as it stood before. */
export interface StoodFailed {
  readonly id: number;
  readonly state: 'dropped' | 'quarantined';
  readonly reason: string;
  readonly againAt: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** How these stand, those in flight left out; they are held until the end of the transaction. */
export async function readFailed(tx: Queryable, ids: readonly number[]): Promise<StoodFailed[]> {
  const given = sql`any (${[...ids]}::bigint[])`;
  // Each table by id: one of them may have been empty when this was planned, and would be walked.
  const { rows } = await sql<StoodFailed>`
    select f.address_id as id, f.state, f.reason, f.again_at::text as "againAt", f.first_at::text as "firstAt",
      f.last_at::text as "lastAt"
    from nashra.failure f join nashra.address a on a.id = f.address_id
    where a.id = ${given} and f.address_id = ${given}
      and not exists (select from nashra.flight fl where fl.address_id = a.id and fl.address_id = ${given})
    order by a.id for no key update of a`.execute(tx);
  return rows;
}

/** Failures that nobody has to see again: they are looked at no more, and return when they fail anew. */
export async function setAside(tx: Queryable, ids: readonly number[]): Promise<void> {
  const given = sql`any (${[...ids]}::bigint[])`;
  await sql`update nashra.address set again_at = null where id = ${given} and again_at is not null`.execute(
    tx,
  );
  // After the update, whose trigger would write the row anew.
  await sql`delete from nashra.failure where address_id = ${given}`.execute(tx);
}

/** Dropped ones are held for a person: not looked at again, whatever lists them. */
export async function holdFailed(tx: Queryable, ids: readonly number[]): Promise<number[]> {
  return await turn(tx, ids, 'dropped', 'quarantined', sql`null::timestamptz`);
}

/** Takes a discard or a quarantine back, of those that nothing has befallen since. */
export async function restoreFailed(
  tx: Queryable,
  before: readonly StoodFailed[],
  verb: 'discard' | 'quarantine',
): Promise<number[]> {
  const rows = JSON.stringify(before);
  const ids = before.map(({ id }) => id);
  const back = sql`(select b."againAt" from json_to_recordset(${rows}::json) as b(id bigint, "againAt" text)
    where b.id = a.id)::timestamptz`;
  if (verb === 'quarantine') {
    const gone = await turn(tx, ids, 'quarantined', 'dropped', back);
    await sql`
      update nashra.failure f set last_at = b."lastAt"::timestamptz, again_at = b."againAt"::timestamptz
      from json_to_recordset(${rows}::json) as b(id bigint, "lastAt" text, "againAt" text)
      where f.address_id = b.id and b.id = any (${gone}::bigint[])`.execute(tx);
    return gone;
  }
  const { rows: again } = await sql<{ id: number }>`
    update nashra.address a set again_at = b."againAt"::timestamptz
    from json_to_recordset(${rows}::json) as b(id bigint, state text, reason text, "againAt" text)
    where a.id = b.id and a.state = b.state and a.reason = b.reason
      and not exists (select from nashra.flight f where f.address_id = a.id)
      and not exists (select from nashra.failure f where f.address_id = a.id)
    returning a.id`.execute(tx);
  const restored = again.map(({ id }) => id);
  // The trigger wrote it as of the address; it has failed for longer than that.
  await sql`
    update nashra.failure f set first_at = b."firstAt"::timestamptz
    from json_to_recordset(${rows}::json) as b(id bigint, "firstAt" text)
    where f.address_id = b.id and b.id = any (${restored}::bigint[])`.execute(tx);
  return restored;
}

/** Takes back flights that have not begun: what was sent through again stands as it stood. */
export async function withdraw(
  tx: Queryable,
  ids: readonly number[],
  waiting: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with gone as (
      delete from nashra.flight f where f.address_id = any (${[...ids]}::bigint[]) and f.state = ${waiting}
        and f.reason = 'replay' returning f.address_id as id, f.state as was
    ), noted as (
      insert into nashra.journal (address_id, state, reason)
      select a.id, a.state, a.reason from gone join nashra.address a using (id)
    ), counted as (
      ${tallying(sql`
        select 'address ' || was, -count(*) from gone group by was
        union all select 'address ' || a.state || coalesce(' ' || a.reason, ''), count(*)
        from gone join nashra.address a using (id) group by a.state, a.reason`)}
    )
    select id from gone`.execute(tx);
  return rows.map(({ id }) => id);
}

async function turn(
  tx: Queryable,
  ids: readonly number[],
  from: string,
  to: string,
  againAt: ReturnType<typeof sql>,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with turned as (
      update nashra.address a set state = ${to}, again_at = ${againAt}
      where a.id = any (${[...ids]}::bigint[]) and a.state = ${from}
        and not exists (select from nashra.flight f where f.address_id = a.id)
      returning a.id, a.reason
    ), noted as (
      insert into nashra.journal (address_id, state, reason) select id, ${to}, reason from turned
    ), counted as (
      ${tallying(sql`
        select 'address ' || way.state || coalesce(' ' || reason, ''), way.sign * count(*)
        from turned, (values (${to}::text, 1), (${from}::text, -1)) as way(state, sign) group by way.state, way.sign, reason`)}
    )
    select id from turned`.execute(tx);
  return rows.map(({ id }) => id);
}
