import type { Queryable } from '@nashra/db';
import { cleanText } from '@nashra/text';
import { sql } from 'kysely';

/** In what ways something that a source published may not be here, with a sentence each. */
export const OMISSIONS = {
  silent: 'Nothing comes where its learned week makes much likely.',
  short: 'Far less comes than its learned week makes likely.',
  overflow: 'A poll showed nothing of the one before: what came between may have passed unseen.',
  sitemap: 'A sitemap of its publisher shows articles that it should show and does not.',
  listing: 'The front page shows articles that it should show and does not.',
  lost: 'Most of what it showed of late came to nothing.',
} as const;

export type OmissionKind = keyof typeof OMISSIONS;

export interface Omission {
  readonly kind: OmissionKind;
  readonly evidence: string;
  /** ISO 8601. */
  readonly since: string;
}

const MAX_EVIDENCE = 2_000;

/**
 * Writes down which of these kinds are so of a feed: those that are, with what speaks for it; the others of `judged` are over.
 * One that goes on keeps its beginning.
 */
export async function noteOmissions(
  db: Queryable,
  feedAddressId: number,
  judged: readonly OmissionKind[],
  found: ReadonlyMap<OmissionKind, string>,
): Promise<void> {
  const over = judged.filter((kind) => !found.has(kind));
  if (over.length > 0) {
    await db
      .updateTable('omission')
      .set({ over_at: sql<Date>`now()` })
      .where('feed_address_id', '=', feedAddressId)
      .where('kind', 'in', over)
      .where('over_at', 'is', null)
      .execute();
  }
  for (const [kind, evidence] of found) {
    const text = cleanText(evidence.slice(0, MAX_EVIDENCE));
    await sql`
      insert into nashra.omission (feed_address_id, kind, evidence)
      select ${feedAddressId}, ${kind}, ${text}
      where exists (select from nashra.feed where address_id = ${feedAddressId})
      on conflict (feed_address_id, kind) where over_at is null
      do update set evidence = excluded.evidence, seen_at = now()`.execute(db);
  }
}

/** Feeds of which one kind is told of. */
export async function openOmissions(db: Queryable, kind: OmissionKind): Promise<number[]> {
  const rows = await db
    .selectFrom('omission')
    .select('feed_address_id')
    .where('kind', '=', kind)
    .where('over_at', 'is', null)
    .execute();
  return rows.map((row) => row.feed_address_id);
}

/** Feeds of a publisher that answer, at most `limit`. */
export async function livingFeeds(
  db: Queryable,
  publisherId: number,
  limit: number,
): Promise<{ readonly addressId: number; readonly lastSuccessAt: Date }[]> {
  const rows = await db
    .selectFrom('feed')
    .select(['address_id as addressId', 'last_success_at as lastSuccessAt'])
    .where('publisher_id', '=', publisherId)
    .where('state', '=', 'active')
    .where('failures', '=', 0)
    .where('last_success_at', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ addressId, lastSuccessAt }) =>
    lastSuccessAt === null ? [] : [{ addressId, lastSuccessAt }],
  );
}

/** What is over is remembered so long. */
export async function sweepOmissions(db: Queryable, days: number, rows: number): Promise<number> {
  const { rows: gone } = await sql<{ id: number }>`
    delete from nashra.omission where id in (select id from nashra.omission
      where over_at < now() - make_interval(days => ${days}) limit ${rows}) returning id`.execute(
    db,
  );
  return gone.length;
}
