import type { ArticleKeyKind, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { Decision } from './draft.ts';

export type KeyKind = ArticleKeyKind;

export interface IdentityKey {
  readonly kind: KeyKind;
  /** 16 bytes. */
  readonly key: Buffer;
}

/** An article that shares a key with a draft. */
export interface IdentityCandidate {
  readonly kind: KeyKind;
  readonly articleId: number;
  readonly storyId: number;
  readonly publisherId: number;
  readonly claimedAt: Date;
}

/** Articles looked at of each key. A strong kind is never crowded out by a weak one. */
const PER_KEY = 50;

/** The articles that hold one of these keys, the latest claims of each key first. */
export async function findCandidates(
  tx: Queryable,
  keys: readonly IdentityKey[],
): Promise<IdentityCandidate[]> {
  const { rows } = await sql<IdentityCandidate>`
    select asked.kind, a.id as "articleId", a.story_id as "storyId", a.publisher_id as "publisherId",
      held.claimed_at as "claimedAt"
    from unnest(${keys.map((it) => it.kind)}::text[], ${keys.map((it) => it.key)}::bytea[])
      with ordinality as asked(kind, key, place)
    cross join lateral (
      select article_id, claimed_at from nashra.article_key k
      where k.kind = asked.kind and k.key = asked.key
      order by claimed_at desc, article_id desc limit ${PER_KEY}
    ) as held
    join nashra.article a on a.id = held.article_id
    order by asked.place, held.claimed_at desc`.execute(tx);
  return rows;
}

export interface Claimed {
  readonly addressId: number;
  readonly publisherId: number;
  /** Hex, of what a reader would see change. */
  readonly contentHash: string;
  readonly keys: readonly IdentityKey[];
}

/**
 * Claims a new article for an address, in the story given or one of its own, and notes the decision on its draft.
 * Readers see it when it is written.
 */
export async function claimArticle(
  tx: Queryable,
  claim: Claimed,
  { storyId, copyOf }: { readonly storyId: number | null; readonly copyOf: number | null },
): Promise<Decision> {
  const story = storyId ?? (await createStory(tx));
  const { id: articleId } = await tx
    .insertInto('article')
    .values({
      publisher_id: claim.publisherId,
      address_id: claim.addressId,
      story_id: story,
      copy_of: copyOf,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { contentHash } = claim;
  return await decide(tx, claim, { kind: 'new', articleId, storyId: story, copyOf, contentHash });
}

/** Claims the next revision of an article; one that moved takes its article along to the new address. */
export async function claimRevision(
  tx: Queryable,
  claim: Claimed,
  articleId: number,
): Promise<Decision> {
  await tx
    .updateTable('article')
    .set({ address_id: claim.addressId })
    .where('id', '=', articleId)
    .where('address_id', '!=', claim.addressId)
    .execute();
  const { contentHash } = claim;
  return await decide(tx, claim, { kind: 'revision', articleId, contentHash });
}

async function decide(
  tx: Queryable,
  { addressId, keys }: Claimed,
  decision: Decision,
): Promise<Decision> {
  await tx
    .insertInto('article_key')
    .values(keys.map(({ kind, key }) => ({ kind, key, article_id: decision.articleId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .updateTable('draft')
    .set({ decision: JSON.stringify(decision) })
    .where('address_id', '=', addressId)
    .execute();
  return decision;
}

async function createStory(tx: Queryable): Promise<number> {
  const row = await tx
    .insertInto('story')
    .defaultValues()
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
