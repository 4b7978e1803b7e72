import type { Queryable } from '@nashra/ledger';
import { cutBytes, cutText, searchConfig, searchText } from '@nashra/text';
import { sql } from 'kysely';
import type { Row } from './load-batch.ts';

/** The beginning of a very long text finds it well enough. */
const SEARCH_CHARACTERS = 100_000;
/**
 * A tsvector holds at most 1 MiB: of a word its bytes and up to five more, which is at worst twice
 * what it takes in the text. Folding makes up to eighteen letters of one, so what comes out is bounded.
 */
const SEARCH_BYTES = { title: 16 << 10, body: 384 << 10 };

export async function insertRevisions(tx: Queryable, rows: readonly Row[]): Promise<void> {
  await tx
    .insertInto('revision')
    .values(
      rows.map(({ draft, decision, number }) => ({
        article_id: decision.articleId,
        number,
        title: draft.title,
        authors: draft.authors,
        body: draft.body,
        html: draft.html,
        summary: draft.summary,
        section: draft.section,
        tags: draft.tags,
        language: draft.language,
        published_at: draft.publishedAt === null ? null : new Date(draft.publishedAt),
        published_precision: draft.publishedPrecision,
        published_source: draft.publishedAt === null ? 'crawl' : draft.publishedSource,
        modified_at: draft.modifiedAt === null ? null : new Date(draft.modifiedAt),
        word_count: draft.wordCount,
        content_hash: Buffer.from(decision.contentHash, 'hex'),
        extractor_version: draft.extractorVersion,
        blob_sha256: Buffer.from(draft.blobSha256, 'hex'),
        fetch_id: draft.fetchId,
        facts: JSON.stringify(draft.facts),
      })),
    )
    .execute();
}

/** Points each article at its new revision. Of two revisions in one batch the later one stays. */
export async function updateArticles(tx: Queryable, rows: readonly Row[]): Promise<void> {
  const newest = [...new Map(rows.map((row) => [row.decision.articleId, row])).values()];
  const values = newest.map(({ draft, decision, number }) => ({
    id: decision.articleId,
    number,
    language: draft.language,
    published_at: draft.publishedAt,
    config: searchConfig(draft.language ?? ''),
    title: searchable(draft.title, draft.language, SEARCH_BYTES.title),
    body: searchable(draft.body, draft.language, SEARCH_BYTES.body),
  }));
  await sql`
    update nashra.article set revision = new.number, language = new.language, updated_at = now(),
      published_at = coalesce(new.published_at, article.published_at, article.created_at),
      search = setweight(to_tsvector(new.config::regconfig, new.title), 'A')
        || setweight(to_tsvector(new.config::regconfig, new.body), 'B')
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as new(id bigint, number integer,
      language text, published_at timestamptz, config text, title text, body text)
    where article.id = new.id`.execute(tx);
}

function searchable(text: string, language: string | null, bytes: number): string {
  return cutBytes(searchText(cutText(text, SEARCH_CHARACTERS), language ?? ''), bytes);
}
