export { type ArticleCard, latestArticles, type ReaderArticle, readArticle } from './articles.ts';
export { type Change, changesAfter } from './changes.ts';
export { asReader, openReader, type Reader } from './open-reader.ts';
export { type Found, type SearchOptions, search } from './search.ts';
