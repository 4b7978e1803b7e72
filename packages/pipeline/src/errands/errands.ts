import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '@nashra/audit';
import { instantOfId, type Queryable } from '@nashra/db';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import { type Asked, ERRANDS, type ErrandVerb } from './verbs.ts';

/** Something that somebody at the console asks for, which that process may not do itself: a service carries it out. */
export interface Errand {
  readonly id: number;
  readonly madeAt: Date;
  readonly verb: ErrandVerb;
  readonly asked: unknown;
  readonly actor: string;
  readonly state: 'open' | 'done' | 'refused';
  readonly answer: unknown;
  /** Why it was not done, in words. */
  readonly refusal: string | null;
}

/** What cannot be done as asked, in words for who asked. */
export class ErrandError extends Error {
  override name = 'ErrandError';
  readonly code = 'ERRAND_UNFIT';
}

/** Open ones at the most, and of one person: who asks faster than services answer is told so, and takes nobody else's turn. */
const MOST_OPEN = 200;
const MOST_OPEN_EACH = 20;
/** Between two looks at one that is waited for. */
const LOOK_MS = 60;
/** One that nobody has carried out for so long is of a service that is not there. */
const STALE_S = 120;

/** Asks for it; gives its id. @throws ErrandError where too many wait already */
export async function askErrand<Verb extends ErrandVerb>(
  db: Queryable,
  verb: Verb,
  asked: Asked<Verb>,
  { actor, reason }: Act,
): Promise<number> {
  const what = storableJson(ERRANDS[verb].parse(asked) as Record<string, unknown>);
  const { rows } = await sql<{ id: number }>`
    insert into nashra.errand (verb, asked, actor, reason)
    select ${verb}, ${what}::jsonb, ${actor.slice(0, 200)}, ${reason?.slice(0, 2_000) ?? null}
    from (select count(*) as total, count(*) filter (where actor = ${actor.slice(0, 200)}) as own
      from nashra.errand where ended_at is null) open
    where open.total < ${MOST_OPEN} and open.own < ${MOST_OPEN_EACH} returning id`.execute(db);
  const [row] = rows;
  if (!row) throw new ErrandError('Too much is asked for already; try again in a minute.');
  return row.id;
}

export async function readErrand(db: Queryable, id: number): Promise<Errand | null> {
  const row = await db.selectFrom('errand').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { verb, asked, actor, answer, refusal } = row;
  const ended = refusal === null ? ('done' as const) : ('refused' as const);
  return {
    ...{ id, verb: verb as ErrandVerb, asked, actor, answer, refusal },
    madeAt: instantOfId(id),
    state: row.ended_at === null ? 'open' : ended,
  };
}

/** As it stands when it has ended, or when so long has passed. */
export async function awaitErrand(db: Queryable, id: number, ms: number): Promise<Errand | null> {
  const until = performance.now() + ms;
  for (;;) {
    const errand = await readErrand(db, id);
    if (errand?.state !== 'open' || performance.now() > until) return errand;
    await sleep(LOOK_MS);
  }
}

/** Forgets those that ended more than an hour ago, and ends those that nobody carries out. How many. */
export async function sweepErrands(db: Queryable, rows: number): Promise<number> {
  await sql`update nashra.errand set ended_at = now(), refusal = 'No service took it up: is the one that does this running?'
    where ended_at is null and nashra.id_at(now() - make_interval(secs => ${STALE_S})) > id
      and (taken_at is null or taken_at < now() - make_interval(secs => ${STALE_S}))`.execute(db);
  const { numAffectedRows } = await sql`delete from nashra.errand where id in (
    select id from nashra.errand where ended_at < now() - interval '1 hour' order by id limit ${rows})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
