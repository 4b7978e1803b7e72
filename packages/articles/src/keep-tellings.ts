import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { standing } from './standing.ts';
import { type Holders, storyMark } from './tellings.ts';

/** How an article came into its story. */
export interface Told {
  readonly addressId: number;
  readonly articleId: number;
  readonly storyId: number;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly isStated: boolean;
  /** Signatures and rule that decided. */
  readonly rule: string;
  /** Whose likeness brought it into its story; null for the first of one, and for a revision. */
  readonly like: {
    readonly articleId: number;
    readonly sureness: number;
    readonly evidence: object;
  } | null;
  readonly isRevision: boolean;
}

/** A report that stands in a longer text of another story. */
export interface PartOf {
  readonly partId: number;
  readonly wholeId: number;
  readonly sureness: number;
  readonly rule: string;
  readonly evidence: object;
}

/**
 * Keeps with claimed articles what their drafts are compared by and found by, and what was decided. Keys that are
 * crowded find nothing and are not kept. One statement.
 */
export async function keepTellings(
  tx: Queryable,
  told: readonly Told[],
  parts: readonly PartOf[],
  { crowded, memoryDays }: Pick<Holders, 'crowded'> & { readonly memoryDays: number },
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ like, storyId, ...it }) => ({
    ...it,
    story: storyMark(storyId),
    publishedAt: new Date(it.publishedAt),
    likeId: like?.articleId ?? null,
    sureness: like?.sureness ?? null,
    evidence: like?.evidence ?? null,
  }));
  await sql`
    with told as materialized (
      select told.*, d.signature, d.candidate_keys, d.credits, c.language, c.word_count,
        least((c.facts ->> 'seenAt')::timestamptz, now()) as seen_at,
        d.keys[array_position(d.key_kinds, 'text')] as text_key,
        d.keys[array_position(d.key_kinds, 'title')] as title_key
      from json_to_recordset(${JSON.stringify(rows)}::json) as told("addressId" bigint, "articleId" bigint,
        story integer, "publishedAt" timestamptz, "isStated" boolean, rule text, "likeId" bigint, sureness real, evidence jsonb,
        "isRevision" boolean)
      join nashra.draft d on d.address_id = told."addressId" and d.${standing(told)}
      join nashra.content c on c.id = d.content_id
      where d.signature is not null
    ), stopped as (
      insert into nashra.stop_key (key) select unnest(${[...crowded]}::int[]) on conflict do nothing
    ), found_by as (
      insert into nashra.candidate_key (key, story, article_id)
      select key, told.story, told."articleId"
      from told left join nashra.signature s on told."isRevision" and s.article_id = told."articleId"
      cross join unnest(told.candidate_keys) as key
      where not (key = any(${[...crowded]}::int[]))
        and told."articleId" >= nashra.id_at(now() - make_interval(days => ${memoryDays}::int))
        and not (key = any(coalesce(s.keys, '{}')))
    ), partly as (
      insert into nashra.part (part_id, whole_id, sureness, rule, evidence)
      select part."partId", part."wholeId", part.sureness, part.rule, part.evidence
      from json_to_recordset(${JSON.stringify(parts)}::json)
        as part("partId" bigint, "wholeId" bigint, sureness real, rule text, evidence jsonb)
      on conflict do nothing
    )
    insert into nashra.signature as s (article_id, version, packed, keys, text_key, title_key, language, words, credits,
      published_at, is_stated, rule, like_id, sureness, evidence, seen_at)
    select distinct on ("articleId") "articleId", get_byte(signature, 0) + 256 * get_byte(signature, 1), signature,
      candidate_keys, text_key, title_key, coalesce(language, ''), word_count, coalesce(credits, '[]'), "publishedAt",
      "isStated", rule, "likeId", sureness, evidence, seen_at
    from told order by "articleId", "addressId" desc
    on conflict (article_id) do update set version = excluded.version, packed = excluded.packed, keys = excluded.keys,
      text_key = excluded.text_key, title_key = excluded.title_key, language = excluded.language,
      words = excluded.words, credits = excluded.credits, published_at = excluded.published_at,
      is_stated = excluded.is_stated
    where (s.version, s.packed, s.keys, s.text_key, s.title_key, s.language, s.words, s.credits, s.published_at, s.is_stated)
      is distinct from (excluded.version, excluded.packed, excluded.keys, excluded.text_key, excluded.title_key,
        excluded.language, excluded.words, excluded.credits, excluded.published_at, excluded.is_stated)`.execute(
    tx,
  );
}
