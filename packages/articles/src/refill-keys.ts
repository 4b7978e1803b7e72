import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { openKeyDays } from './key-days.ts';
import { latchDecisions } from './latches.ts';

/** Candidate keys are not logged: after a crash of the database they are missing until `refillKeys` has made them again. */
export class KeysLostError extends Error {
  override name = 'KeysLostError';
  constructor() {
    super('candidate keys are missing since a crash of the database');
  }
}

/** Signatures of one transaction: some tens of thousands of keys, a fraction of a second. */
const STEP = 1_000;

/**
 * Makes candidate keys again of the signatures of the days that are remembered, the newest first, until none is missing: nobody decides
 * without them. Several may do it at once; each step is one's alone. Where nothing is missing it is one short transaction.
 */
export async function refillKeys(db: Queryable, memoryDays: number): Promise<void> {
  await openKeyDays(db, memoryDays);
  while (!(await refillSome(db, memoryDays)));
}

/** The next signatures; says whether they were the last. */
async function refillSome(db: Queryable, memoryDays: number): Promise<boolean> {
  return await db.transaction().execute(async (tx) => {
    await latchDecisions(tx);
    // Who comes first after a crash: what is claimed from now on has its keys from the start.
    await sql`insert into nashra.key_fill select nashra.next_id()
      where not exists (select from nashra.key_fill)`.execute(tx);
    const { rows } = await sql<{ next: number }>`
      with signed as materialized (
        select s.article_id, (a.story_id & 2147483647)::integer as story, s.keys
        from nashra.signature s join nashra.article a on a.id = s.article_id
        where s.article_id < (select next from nashra.key_fill)
          and s.article_id >= nashra.id_at(now() - make_interval(days => ${memoryDays}::int))
        order by s.article_id desc limit ${STEP}
      ), kept as (
        insert into nashra.candidate_key (key, story, article_id)
        select key, story, article_id from signed cross join unnest(keys) as key
        where not exists (select from nashra.stop_key s where s.key = key.key)
      )
      update nashra.key_fill set next = coalesce((select min(article_id) from signed), 0) returning next`.execute(
      tx,
    );
    return rows[0]?.next === 0;
  });
}
