import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { Draft } from './draft.ts';

/** What an article says now, in the form of a draft. */
export interface CurrentContent {
  /** Under which it is read. */
  readonly addressId: number;
  readonly draft: Omit<Draft, 'canonical' | 'captureId' | 'extractorVersion' | 'wordCount'>;
}

/** The current contents of written articles, by article. */
export async function currentContents(
  db: Queryable,
  articleIds: readonly number[],
): Promise<Map<number, CurrentContent>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('article')
    .innerJoin('content', 'content.id', 'article.content_id')
    .select(['article.id', 'article.address_id', 'title', 'authors', 'body', 'html', 'summary'])
    .select(['section', 'tags', 'content.language', 'content.published_at', 'published_precision'])
    .select(['published_source', 'modified_at', 'facts', 'rights'])
    .where('article.id', '=', sql<number>`any(${[...articleIds]}::bigint[])`)
    .execute();
  const images = await imagesOf(
    db,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        addressId: row.address_id,
        draft: {
          title: row.title,
          authors: row.authors,
          body: row.body,
          html: row.html,
          summary: row.summary,
          section: row.section,
          tags: row.tags,
          language: row.language,
          publishedAt: row.published_at?.toISOString() ?? null,
          publishedPrecision: row.published_precision,
          publishedSource: row.published_source,
          modifiedAt: row.modified_at?.toISOString() ?? null,
          facts: row.facts as Draft['facts'],
          rights: row.rights as Draft['rights'],
          images: images.get(row.id) ?? [],
        },
      },
    ]),
  );
}

async function imagesOf(db: Queryable, ids: readonly number[]) {
  const rows = await db
    .selectFrom('image')
    .select(['article_id', 'address', 'is_lead as isLead', 'caption', 'credit', 'alt'])
    .where('article_id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .orderBy('article_id')
    .orderBy('position')
    .execute();
  const images = new Map<number, Draft['images']>();
  for (const { article_id, ...image } of rows) {
    images.set(article_id, [...(images.get(article_id) ?? []), image]);
  }
  return images;
}
