import { renameSync } from 'node:fs';
import type { ReaderArticle } from '@nashra/reader';
import { type ColumnSource, parquetWriteFile } from 'hyparquet-writer';

type Column = Omit<ColumnSource, 'data'> & { readonly of: (article: ReaderArticle) => unknown };

const text = (name: string, of: Column['of']): Column => ({ name, type: 'STRING', of });
const instant = (name: string, of: Column['of']): Column => ({ name, type: 'TIMESTAMP', of });
const id = (name: string, of: (article: ReaderArticle) => number | null): Column => ({
  name,
  type: 'INT64',
  of: (article) => {
    const value = of(article);
    return value === null ? null : BigInt(value);
  },
});
const whole = (name: string, of: Column['of']): Column => ({ name, type: 'INT32', of });
/** Lists are JSON in one column: every reader of Parquet has them. */
const list = (name: string, of: Column['of']): Column => ({ name, type: 'JSON', of });

const COLUMNS: readonly Column[] = [
  id('id', (it) => it.id),
  text('title', (it) => it.title),
  text('publisher', (it) => it.publisher),
  text('language', (it) => it.language),
  instant('published_at', (it) => it.publishedAt),
  text('published_precision', (it) => it.publishedPrecision),
  instant('modified_at', (it) => it.modifiedAt),
  instant('first_seen_at', (it) => it.firstSeenAt),
  text('url', (it) => it.url),
  text('section', (it) => it.section),
  list('authors', (it) => it.authors),
  list('tags', (it) => it.tags),
  text('summary', (it) => it.summary),
  text('body', (it) => it.body),
  text('html', (it) => it.html),
  whole('word_count', (it) => it.wordCount),
  id('story', (it) => it.story),
  id('copy_of', (it) => it.copyOf),
  whole('revision', (it) => it.revision),
  list('images', (it) => it.images),
];

/** Writes one file, whole or not at all. */
export function writeParquet(file: string, articles: readonly ReaderArticle[]): void {
  const columnData = COLUMNS.map(({ of, ...column }) => ({ ...column, data: articles.map(of) }));
  parquetWriteFile({ filename: `${file}.part`, columnData, createdBy: 'nashra' });
  renameSync(`${file}.part`, file);
}
