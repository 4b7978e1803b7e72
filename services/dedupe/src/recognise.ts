import type { Db } from '@nashra/db';
import { type Decision, move, type Queryable } from '@nashra/ledger';
import { sql } from 'kysely';
import { contentHash } from './content-hash.ts';
import { type Candidate, decide, type Known, type Verdict } from './decide.ts';
import type { Subject } from './handler.ts';
import type { IdentityKey } from './keys.ts';

/** Keys held by more articles than this are no evidence; the oldest are looked at. */
const MAX_CANDIDATES = 200;

/**
 * Decides what a draft is and claims its identity, in one transaction. Two copies at the same
 * instant meet at the locks on their keys: the second one sees the first one's claim. The candidates
 * are read by a later statement than the locks, so READ COMMITTED shows them.
 */
export function recognise(
  db: Db,
  subject: Subject,
  keys: readonly IdentityKey[],
  titleWindowMs: number,
): Promise<Verdict | null> {
  return db.transaction().execute(async (tx) => {
    await lockKeys(tx, keys);
    const candidates = await findCandidates(tx, keys);
    const known = await readKnown(tx, subject, candidates);
    const hash = contentHash(subject.draft);
    const { publisherId } = subject;
    const draft = { publisherId, contentHash: hash, now: new Date(), titleWindowMs };
    const verdict = decide(draft, known, candidates);
    const moved = await record(tx, subject, keys, verdict, hash);
    return moved ? verdict : null;
  });
}

async function lockKeys(tx: Queryable, keys: readonly IdentityKey[]): Promise<void> {
  const locks = keys.map(({ key }) => key.readBigInt64BE(0).toString());
  await sql`select pg_advisory_xact_lock(lock)
    from (select distinct unnest(${locks}::bigint[]) as lock order by 1) as sorted`.execute(tx);
}

async function findCandidates(tx: Queryable, keys: readonly IdentityKey[]): Promise<Candidate[]> {
  return tx
    .selectFrom('article_key')
    .innerJoin('article', 'article.id', 'article_key.article_id')
    .select([
      'article_key.kind',
      'article.id as articleId',
      'article.story_id as storyId',
      'article.publisher_id as publisherId',
      'article_key.claimed_at as claimedAt',
    ])
    .where((eb) =>
      eb.or(
        keys.map(({ kind, key }) => eb.and({ 'article_key.kind': kind, 'article_key.key': key })),
      ),
    )
    .orderBy('article_key.claimed_at', 'desc')
    .limit(MAX_CANDIDATES)
    .execute();
}

async function readKnown(
  tx: Queryable,
  { addressId }: Subject,
  candidates: readonly Candidate[],
): Promise<Known> {
  // Not the row's own article_id: a copy's address points to an article that another address owns.
  const own = await tx
    .selectFrom('article')
    .select('id')
    .where('address_id', '=', addressId)
    .executeTakeFirst();
  const articleId = own?.id ?? null;
  const ids = [...new Set([articleId ?? 0, ...candidates.map((it) => it.articleId)])];
  const hashes = await tx
    .selectFrom('article')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.article_id', '=', 'article.id')
        .onRef('revision.number', '=', 'article.revision'),
    )
    .select(['article.id', 'content_hash'])
    .where('article.id', 'in', ids)
    .execute();
  return {
    articleId,
    contentHashes: new Map(hashes.map((it) => [it.id, it.content_hash.toString('hex')])),
  };
}

/** Writes the verdict down; false when the address has moved on meanwhile. */
async function record(
  tx: Queryable,
  subject: Subject,
  keys: readonly IdentityKey[],
  verdict: Verdict,
  hash: string,
): Promise<boolean> {
  const { addressId } = subject;
  const from = ['parsed'] as const;
  if (verdict.kind === 'unchanged' || verdict.kind === 'copy') {
    await tx.deleteFrom('draft').where('address_id', '=', addressId).execute();
    const set = { article_id: verdict.articleId };
    const moved = await move(tx, {
      ids: [addressId],
      from,
      to: 'known',
      reason: verdict.kind,
      set,
    });
    return moved.length > 0;
  }
  const moved = await move(tx, { ids: [addressId], from, to: 'decided' });
  if (moved.length === 0) return false;
  const decision = await claim(tx, subject, verdict, hash);
  await claimKeys(tx, decision.articleId, keys);
  await tx
    .updateTable('draft')
    .set({ decision: JSON.stringify(decision) })
    .where('address_id', '=', addressId)
    .execute();
  return true;
}

async function claim(
  tx: Queryable,
  { addressId, publisherId }: Subject,
  verdict: Verdict & { kind: 'new' | 'revision' },
  hash: string,
): Promise<Decision> {
  if (verdict.kind === 'revision') {
    // A guid that moved takes its article along to the new address.
    await tx
      .updateTable('article')
      .set({ address_id: addressId })
      .where('id', '=', verdict.articleId)
      .where('address_id', '!=', addressId)
      .execute();
    return { kind: 'revision', articleId: verdict.articleId, contentHash: hash };
  }
  const storyId = verdict.storyId ?? (await createStory(tx));
  const { id: articleId } = await tx
    .insertInto('article')
    .values({
      publisher_id: publisherId,
      address_id: addressId,
      story_id: storyId,
      copy_of: verdict.copyOf,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { kind: 'new', articleId, storyId, copyOf: verdict.copyOf, contentHash: hash };
}

async function createStory(tx: Queryable): Promise<number> {
  const row = await tx
    .insertInto('story')
    .defaultValues()
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function claimKeys(
  tx: Queryable,
  articleId: number,
  keys: readonly IdentityKey[],
): Promise<void> {
  await tx
    .insertInto('article_key')
    .values(keys.map(({ kind, key }) => ({ kind, key, article_id: articleId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
