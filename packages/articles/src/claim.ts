import { byteaText, type Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { Decision } from './draft.ts';
import type { IdentityKey } from './identity.ts';
import { standing } from './standing.ts';

/** What an address is to become, with the keys by which the article is recognised from now on. */
export interface Claim {
  readonly addressId: number;
  readonly publisherId: number;
  readonly decision: Decision;
  readonly keys: readonly IdentityKey[];
}

/**
 * Claims articles for addresses, and the next revisions of known ones, and notes on their drafts whose they are. New
 * articles and stories carry the ids their decisions name. Readers see them when they are written. One statement.
 */
export async function claimAll(tx: Queryable, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const fresh = claims.flatMap(({ addressId, publisherId, decision }) =>
    decision.kind === 'new'
      ? [
          {
            id: decision.articleId,
            story_id: decision.storyId,
            copy_of: decision.copyOf,
            publisher_id: publisherId,
            address_id: addressId,
          },
        ]
      : [],
  );
  const keys = claims.flatMap(({ decision, keys }) =>
    keys.map(({ kind, key }) => ({
      kind,
      key: byteaText(key),
      article_id: decision.articleId,
    })),
  );
  const decided = claims.map(({ addressId, decision: { kind, articleId } }) => ({
    address_id: addressId,
    article_id: articleId,
    revised: kind === 'revision',
  }));
  await sql`
    with fresh as materialized (
      select * from json_to_recordset(${JSON.stringify(fresh)}::json)
        as fresh(id bigint, story_id bigint, copy_of bigint, publisher_id integer, address_id bigint)
    ), decided as materialized (
      select * from json_to_recordset(${JSON.stringify(decided)}::json)
        as decided(address_id bigint, article_id bigint, revised boolean)
    ), told as (
      insert into nashra.story (id) select distinct story_id from fresh on conflict do nothing
    ), claimed as (
      insert into nashra.article (id, publisher_id, address_id, story_id, copy_of)
      select id, publisher_id, address_id, story_id, copy_of from fresh
    ), moved as (
      -- An article that moved is taken along to its new address.
      update nashra.article a set address_id = decided.address_id from decided
      where decided.revised and a.id = decided.article_id and a.address_id <> decided.address_id
    ), known_by as (
      insert into nashra.article_key (kind, key, article_id)
      select kind, key, article_id from json_to_recordset(${JSON.stringify(keys)}::json)
        as held(kind text, key bytea, article_id bigint)
      on conflict do nothing
    )
    update nashra.draft d set article_id = decided.article_id from decided
    where d.address_id = decided.address_id and d.${standing(claims)}`.execute(tx);
}
