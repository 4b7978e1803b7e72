import type { Queryable } from '@nashra/db';
import {
  compare,
  type Decision,
  decide,
  type Evidence,
  explain,
  type Reason,
} from '@nashra/similarity';
import { sql } from 'kysely';
import { loadTellings } from './tellings.ts';

/** One of two articles that are asked about. */
export interface Explained {
  readonly articleId: number;
  readonly storyId: number;
  readonly title: string | null;
  readonly publishedAt: Date;
  /** What brought it into its story when it came; null where nothing did. */
  readonly joined: {
    readonly likeArticleId: number;
    readonly sureness: number;
    readonly rule: string;
    readonly evidence: unknown;
  } | null;
  /** Whether a person decided in which story it is told. */
  readonly isRuled: boolean;
}

/** Why two articles are one story, or are not, as data. */
export interface PairExplanation {
  readonly articles: readonly [Explained, Explained];
  readonly isOneStory: boolean;
  /** The two texts weighed against each other today, whatever other stories say. */
  readonly decision: Decision;
  readonly evidence: Evidence;
  /** More points than this speak for a copy. */
  readonly least: number;
  /** What gave how many, strongest first. */
  readonly reasons: readonly Reason[];
}

/** Weighs two articles; null when one of them is unknown, or has no signature of this version. */
export async function explainPair(
  db: Queryable,
  first: number,
  second: number,
): Promise<PairExplanation | null> {
  const ids = [first, second];
  const tellings = await loadTellings(db, ids);
  const { rows } = await sql<{
    id: number;
    title: string | null;
    like: number | null;
    sureness: number;
    rule: string;
    evidence: unknown;
    isRuled: boolean;
  }>`
    select s.article_id as id, c.title, s.like_id as like, s.sureness, s.rule, s.evidence,
      exists (select from nashra.ruling r where r.article_id = s.article_id) as "isRuled"
    from nashra.signature s join nashra.article a on a.id = s.article_id
    left join nashra.content c on c.id = a.content_id
    where s.article_id = any(${ids}::bigint[])`.execute(db);
  const of = (articleId: number): Explained | null => {
    const telling = tellings.get(articleId);
    const row = rows.find(({ id }) => id === articleId);
    if (!telling || !row) return null;
    const { like, sureness, rule, evidence, title, isRuled } = row;
    return {
      articleId,
      storyId: telling.storyId,
      title,
      publishedAt: new Date(telling.publishedAt),
      joined: like === null ? null : { likeArticleId: like, sureness, rule, evidence },
      isRuled,
    };
  };
  const [a, b] = [of(first), of(second)];
  const [one, other] = [tellings.get(first), tellings.get(second)];
  if (!a || !b || !one || !other) return null;
  const gapMs = one.publishedAt - other.publishedAt;
  const evidence = compare(one.signature, other.signature, { gapMs });
  const isOneStory = a.storyId === b.storyId;
  return {
    articles: [a, b],
    isOneStory,
    decision: decide(evidence),
    evidence,
    ...explain(evidence),
  };
}
