import type { GuardSample, GuardState, GuardTold, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** A publisher's guard as who reads its pages has it. */
export interface GuardRow {
  readonly state: GuardState;
  /** As packages/extract wrote it. */
  readonly profile: unknown;
  /** A page from when all was well. */
  readonly sample: GuardSample | null;
  readonly version: number;
}

const COLUMNS = ['state', 'profile', 'sample', 'version'] as const;

export async function readGuard(db: Queryable, publisherId: number): Promise<GuardRow | undefined> {
  return await db
    .selectFrom('guard')
    .select(COLUMNS)
    .where('publisher_id', '=', publisherId)
    .executeTakeFirst();
}

/** What became of a guard: what it learnt, and what is to be told, if anything. */
export interface GuardLearnt {
  readonly profile: object;
  readonly sample: GuardSample | null;
  readonly told: { readonly said: GuardTold; readonly since: Date } | null;
}

/**
 * Reads, learns and writes under a row lock, so that processes add to each other's pages. A guard that holds already, or
 * looks away, learns nothing. Gives the row as it is then, and whether something was told.
 */
export async function updateGuard(
  db: Queryable,
  publisherId: number,
  learn: (known: GuardRow | null) => GuardLearnt,
): Promise<GuardRow & { readonly isTold: boolean }> {
  return await db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('guard')
      .select(COLUMNS)
      .where('publisher_id', '=', publisherId)
      .forUpdate()
      .executeTakeFirst();
    if (known && known.state !== 'watching') return { ...known, isTold: false };
    const { profile, sample, told } = learn(known ?? null);
    const state: GuardState = told?.said.isCollapse ? 'held' : 'watching';
    const values = {
      state,
      profile: JSON.stringify(profile),
      sample: sample && JSON.stringify(sample),
      ...(told && {
        told: JSON.stringify(told.said),
        told_at: sql<Date>`now()`,
        since: told.since,
      }),
    };
    const row = await tx
      .insertInto('guard')
      .values({ publisher_id: publisherId, ...values })
      .onConflict((conflict) =>
        conflict
          .column('publisher_id')
          .doUpdateSet({ ...values, version: sql<number>`guard.version + 1` }),
      )
      .returning(COLUMNS)
      .executeTakeFirstOrThrow();
    return { ...row, isTold: told !== null };
  });
}

/** Adds to what was told how the pages are built otherwise. */
export async function noteDifference(
  db: Queryable,
  publisherId: number,
  more: Required<Pick<GuardTold, 'pages' | 'diff'>>,
): Promise<void> {
  await db
    .updateTable('guard')
    .set({ told: sql`told || ${JSON.stringify(more)}::jsonb` as never })
    .where('publisher_id', '=', publisherId)
    .where('told', 'is not', null)
    .execute();
}

/** Whether a publisher's pages are held, in a transaction that holds one of them: nobody lets them go on meanwhile. */
export async function isHeld(tx: Queryable, publisherId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('guard')
    .select('state')
    .where('publisher_id', '=', publisherId)
    .forShare()
    .executeTakeFirst();
  return row?.state === 'held';
}
