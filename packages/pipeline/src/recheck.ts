import {
  readmitArticle,
  revisedShares,
  withdrawArticle,
  withdrawnArticles,
} from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import {
  depart,
  type FailureCursor,
  idOfAge,
  pagesBetween,
  readAmong,
  vanishedSince,
} from '@nashra/ledger';
import { WAITING } from './way.ts';

/** As pages stand that were read and can be read again. */
const READ = ['indexed', 'known'] as const;
/** Of a publisher that hardly ever corrects one page of so many is looked at, so that a change of its habits is seen. */
const SAMPLE = 8;
/** A publisher that revised a larger share of its last week is looked at whole. */
const CORRECTING = 0.02;

/** Up to which id pages of each age have been looked at, by the age in hours. */
export type RecheckCursor = Readonly<Record<string, number>>;

/**
 * Looks again, conditionally and behind the news, at pages that became known so many hours ago: corrections become revisions, and
 * what is gone is taken down. All pages of a publisher that corrects, a sample of the others. Begins with what reaches an age from now on.
 *
 * @returns how many were looked at, and where to go on
 */
export async function recheck(
  db: Queryable,
  {
    hours,
    cursor,
    limit,
  }: { hours: readonly number[]; cursor: RecheckCursor | null; limit: number },
): Promise<{ readonly gone: number; readonly cursor: RecheckCursor }> {
  const next: Record<string, number> = {};
  let gone = 0;
  for (const age of hours) {
    const until = await idOfAge(db, age * 3_600_000);
    const after = cursor?.[age] ?? until;
    const pages = await pagesBetween(db, { after, until, states: READ, limit });
    next[age] = pages.length < limit ? until : (pages.at(-1)?.id ?? until);
    const shares = await revisedShares(db, [...new Set(pages.map((it) => it.publisherId))]);
    const chosen = pages.filter(
      ({ id, publisherId }) => (shares.get(publisherId) ?? 0) >= CORRECTING || isSample(id, age),
    );
    const ids = chosen.map(({ id }) => id);
    gone += (
      await depart(db, { ids, from: READ, to: { waiting: WAITING }, reason: 'recheck', lane: 1 })
    ).length;
  }
  return { gone, cursor: next };
}

/** The same pages whoever asks, others at each age. */
function isSample(id: number, age: number): boolean {
  const mixed = Math.imul((id / 4_096) ^ age, 0x9e3779b1) >>> 0;
  return mixed % SAMPLE === 0;
}

/** How far failures have been looked at, and articles that are withdrawn. */
export interface WithdrawalCursor {
  readonly since: FailureCursor | null;
  readonly after: number;
}

/** Takes down the articles whose publishers took their pages away, and shows those again whose pages are back. */
export async function followWithdrawals(
  db: Queryable,
  { cursor, limit }: { readonly cursor: WithdrawalCursor | null; readonly limit: number },
): Promise<{ readonly turned: number; readonly cursor: WithdrawalCursor }> {
  let turned = 0;
  const { articleIds, since } = await vanishedSince(db, cursor?.since ?? null, limit);
  for (const id of new Set(articleIds)) if (await withdrawArticle(db, id)) turned += 1;
  const withdrawn = await withdrawnArticles(db, cursor?.after ?? 0, limit);
  const addresses = withdrawn.map(({ addressId }) => addressId);
  const back = new Set(await readAmong(db, addresses, READ));
  for (const { id, addressId } of withdrawn)
    if (back.has(addressId) && (await readmitArticle(db, id))) turned += 1;
  const after = withdrawn.length < limit ? 0 : (withdrawn.at(-1)?.id ?? 0);
  return { turned, cursor: { since, after } };
}
