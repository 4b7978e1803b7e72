import type { Display, Rights } from './display.ts';
import type { Reader } from './open-reader.ts';

export interface ShownImage {
  readonly id: number;
  /** At the publisher's. */
  readonly url: string;
  readonly articleId: number;
  /** Slug. */
  readonly publisher: string;
  /** Of its article. */
  readonly display: Display;
  readonly rights: Rights | null;
}

/** An image of an article as it reads now; undefined where there is none, or it is hidden. */
export async function readImage(reader: Reader, id: number): Promise<ShownImage | undefined> {
  return await reader
    .selectFrom('reader.images as i')
    .innerJoin('reader.articles as t', 't.id', 'i.article_id')
    .innerJoin('reader.publishers as p', 'p.id', 't.publisher_id')
    .select(['i.id', 'i.url', 'i.article_id as articleId', 'p.slug as publisher'])
    .select(['t.display', 't.rights'])
    .where('i.id', '=', id)
    .executeTakeFirst();
}
