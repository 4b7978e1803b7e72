import type { Reader } from './open-reader.ts';
import type { Cause, ChangeKind } from './schema.ts';

export interface Change {
  /** Read on with `seq > ` the last one seen; none appears late. */
  readonly seq: number;
  readonly kind: ChangeKind;
  readonly cause: Cause;
  /** Null, as the revision, for what befell a story as a whole. */
  readonly articleId: number | null;
  readonly storyId: number;
  /** Into which it was merged, which came out of it, or where the article was before. */
  readonly otherStoryId: number | null;
  readonly revision: number | null;
  /** Of `image_hidden` and `image_shown`. */
  readonly imageId: number | null;
  readonly at: Date;
}

/** Changes that would have been next are kept no more: take a snapshot, and follow from the newest seq before it. */
export class ChangesTooOldError extends Error {
  override name = 'ChangesTooOldError';
  readonly code = 'READER_CHANGES_TOO_OLD';
  /** Changes up to this seq are gone. */
  readonly keptAfter: number;

  constructor(after: number, keptAfter: number) {
    super(`Changes after ${after} are gone up to ${keptAfter}: take a snapshot.`);
    this.keptAfter = keptAfter;
  }
}

/** The database was brought back to an earlier time: what was seen after that has never been. */
export class ChangesRewoundError extends Error {
  override name = 'ChangesRewoundError';
  readonly code = 'READER_CHANGES_REWOUND';
  /** Go on after this seq; of articles that were told of later, what is not told of again is to be forgotten. */
  readonly after: number;
  /** To be kept from now on. */
  readonly epoch: number;

  constructor(seq: number, after: number, epoch: number) {
    super(`The database was brought back: changes after ${after} up to ${seq} have never been.`);
    this.after = after;
    this.epoch = epoch;
  }
}

/** Where a reader stands: changes up to `seq`, as they were in this epoch of the database. */
export interface ChangeMark {
  readonly seq: number;
  readonly epoch: number;
}

/**
 * The changes after one, in the order they were committed.
 *
 * @param epoch kept beside the seq, so that a database which was brought back to before it is noticed
 * @throws ChangesTooOldError
 * @throws ChangesRewoundError
 */
export async function changesAfter(
  reader: Reader,
  seq: number,
  limit: number,
  epoch?: number,
): Promise<Change[]> {
  return (await readChanges(reader, seq, limit, epoch)).changes;
}

/** The same, and the epoch that there is. */
export async function readChanges(
  reader: Reader,
  seq: number,
  limit: number,
  epoch: number | undefined,
): Promise<{ readonly changes: Change[]; readonly epoch: number }> {
  // One statement, so that nothing is swept between the look at the window and the reading.
  const rows = await reader
    .selectFrom('reader.change_window as w')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('reader.changes')
          .selectAll()
          .where('seq', '>', seq)
          .orderBy('seq')
          .limit(limit)
          .as('c'),
      (join) => join.onTrue(),
    )
    .select(['w.kept_after', 'w.epoch', 'c.seq', 'c.kind', 'c.cause', 'c.article_id as articleId'])
    .select(['c.at', 'c.story_id as storyId', 'c.revision', 'c.other_story_id as otherStoryId'])
    .select('c.image_id as imageId')
    .orderBy('c.seq')
    .execute();
  const now = rows[0]?.epoch ?? 0;
  if (epoch !== undefined && now !== epoch) await demandKept(reader, seq, epoch, now);
  const keptAfter = rows[0]?.kept_after ?? 0;
  if (seq < keptAfter) throw new ChangesTooOldError(seq, keptAfter);
  const changes = rows.flatMap(({ kept_after: _, epoch: __, ...row }) =>
    row.seq === null ? [] : [row as Change],
  );
  return { changes, epoch: now };
}

/** A replica that lags may be an epoch behind, where nothing is lost yet. */
async function demandKept(reader: Reader, seq: number, epoch: number, now: number): Promise<void> {
  const { after } = await reader
    .selectFrom('reader.epochs')
    .select((eb) => eb.fn.min('after_seq').as('after'))
    .where('epoch', '>', epoch)
    .executeTakeFirstOrThrow();
  if (after !== null && seq > after) throw new ChangesRewoundError(seq, after, now);
}

/** The last seq there is: to be noted before a snapshot, and to be followed from after it. */
export async function newestSeq(reader: Reader): Promise<number> {
  return (await newestMark(reader)).seq;
}

/** The same, with the epoch to keep beside it. */
export async function newestMark(reader: Reader): Promise<ChangeMark> {
  return await reader
    .selectFrom('reader.change_window')
    .select(['newest as seq', 'epoch'])
    .executeTakeFirstOrThrow();
}
