import type { Cause, ChangeKind, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** What became of an article, for who asks why it is as it is. */
export interface ArticlePast {
  readonly storyId: number;
  /** The article of another publisher of which it is a copy. */
  readonly copyOf: number | null;
  readonly removedBy: string | null;
  readonly revisions: readonly PastRevision[];
  readonly changes: readonly PastChange[];
  /** Null where it has no signature, as what is too short. */
  readonly decision: PastDecision | null;
}

export interface PastRevision {
  readonly number: number;
  readonly title: string;
  readonly words: number;
  readonly extractor: string;
  readonly at: Date;
}

export interface PastChange {
  readonly seq: number;
  readonly kind: ChangeKind;
  readonly cause: Cause;
  readonly at: Date;
}

export interface PastDecision {
  /** The article whose likeness brought it into its story; null for the first of one. */
  readonly likeId: number | null;
  readonly sureness: number | null;
  readonly rule: string | null;
  readonly evidence: unknown;
  /** A person put it where it is. */
  readonly isRuled: boolean;
}

const MOST = 50;
/** Changes have no index by article, which every write would pay for: the latest of all are looked through. */
const LOOKED_THROUGH = 50_000;

/** Null for what is no article. The latest first; changes are those among the latest of all. */
export async function readPast(db: Queryable, articleId: number): Promise<ArticlePast | null> {
  const { rows } = await sql<Omit<ArticlePast, 'revisions' | 'changes'>>`
    select a.story_id as "storyId", a.copy_of as "copyOf", a.removed_by as "removedBy",
      case when s.article_id is not null then json_build_object('likeId', s.like_id, 'sureness', s.sureness, 'rule', s.rule,
        'evidence', s.evidence, 'isRuled', exists (select from nashra.ruling r where r.article_id = a.id)) end as decision
    from nashra.article a left join nashra.signature s on s.article_id = a.id where a.id = ${articleId}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return null;
  const { rows: revisions } = await sql<PastRevision>`
    select r.number, c.title, c.word_count as words, c.extractor_version as extractor, r.created_at as at
    from nashra.revision r join nashra.content c on c.id = r.content_id
    where r.article_id = ${articleId} order by r.number desc limit ${MOST}`.execute(db);
  const { rows: changes } = await sql<PastChange>`
    select seq, kind, cause, at from nashra.change
    where seq > (select coalesce(max(seq), 0) from nashra.change) - ${LOOKED_THROUGH} and article_id = ${articleId}
    order by seq desc limit ${MOST}`.execute(db);
  return { ...row, revisions, changes };
}
