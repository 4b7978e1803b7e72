import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { Decision } from './draft.ts';
import type { IdentityKey } from './identity.ts';

/** What an address is to become, with the keys by which the article is recognised from now on. */
export interface Claim {
  readonly addressId: number;
  readonly publisherId: number;
  readonly decision: Decision;
  readonly keys: readonly IdentityKey[];
}

/**
 * Claims articles for addresses, and the next revisions of known ones, and notes the decisions on their drafts. New
 * articles and stories carry the ids their decisions name. Readers see them when they are written.
 */
export async function claimAll(tx: Queryable, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const fresh = claims.flatMap(({ decision, ...claim }) =>
    decision.kind === 'new' ? [{ ...claim, decision }] : [],
  );
  await insertArticles(tx, fresh);
  await moveArticles(
    tx,
    claims.filter(({ decision }) => decision.kind === 'revision'),
  );
  await insertKeys(tx, claims);
  const decisions = claims.map(({ addressId, decision }) => ({ address_id: addressId, decision }));
  await sql`
    update nashra.draft d set decision = each.decision
    from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as each(address_id bigint, decision jsonb)
    where d.address_id = each.address_id`.execute(tx);
}

type Fresh = Claim & { readonly decision: Extract<Decision, { kind: 'new' }> };

async function insertArticles(tx: Queryable, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return;
  const stories = [...new Set(fresh.map(({ decision }) => decision.storyId))];
  await tx
    .insertInto('story')
    .values(stories.map((id) => ({ id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('article')
    .values(
      fresh.map(({ addressId, publisherId, decision }) => ({
        id: decision.articleId,
        publisher_id: publisherId,
        address_id: addressId,
        story_id: decision.storyId,
        copy_of: decision.copyOf,
      })),
    )
    .execute();
}

/** An article that moved is taken along to its new address. */
async function moveArticles(tx: Queryable, revisions: readonly Claim[]): Promise<void> {
  for (const { addressId, decision } of revisions) {
    await tx
      .updateTable('article')
      .set({ address_id: addressId })
      .where('id', '=', decision.articleId)
      .where('address_id', '!=', addressId)
      .execute();
  }
}

async function insertKeys(tx: Queryable, claims: readonly Claim[]): Promise<void> {
  await tx
    .insertInto('article_key')
    .values(
      claims.flatMap(({ decision, keys }) =>
        keys.map(({ kind, key }) => ({ kind, key, article_id: decision.articleId })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
