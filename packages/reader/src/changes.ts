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

/**
 * The changes after one, in the order they were committed.
 *
 * @throws ChangesTooOldError
 */
export async function changesAfter(reader: Reader, seq: number, limit: number): Promise<Change[]> {
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
    .select(['w.kept_after', 'c.seq', 'c.kind', 'c.cause', 'c.article_id as articleId', 'c.at'])
    .select(['c.story_id as storyId', 'c.revision', 'c.other_story_id as otherStoryId'])
    .select('c.image_id as imageId')
    .orderBy('c.seq')
    .execute();
  const keptAfter = rows[0]?.kept_after ?? 0;
  if (seq < keptAfter) throw new ChangesTooOldError(seq, keptAfter);
  return rows.flatMap(({ kept_after: _, ...row }) => (row.seq === null ? [] : [row as Change]));
}

/** The last seq there is: to be noted before a snapshot, and to be followed from after it. */
export async function newestSeq(reader: Reader): Promise<number> {
  const { newest } = await reader
    .selectFrom('reader.change_window')
    .select('newest')
    .executeTakeFirstOrThrow();
  return newest;
}
