export { articleIds, type WalkOptions } from './article-ids.ts';
export {
  type ArticleImage,
  latestArticles,
  type ReaderArticle,
  readArticle,
  readArticles,
  readTombstone,
  type Tombstone,
} from './articles.ts';
export type { ArticleCard, LeadImage } from './cards.ts';
export {
  type Change,
  type ChangeMark,
  ChangesRewoundError,
  ChangesTooOldError,
  changesAfter,
  newestMark,
  newestSeq,
} from './changes.ts';
export {
  type Audience,
  DISPLAYS,
  type Display,
  displayFor,
  narrower,
  type Rights,
  shownArticle,
  shownCard,
  shownRevision,
} from './display.ts';
export { type FollowOptions, followBatches, followChanges } from './follow-changes.ts';
export { readImage, type ShownImage } from './images.ts';
export { cardsOfArticles, listArticles, listHeadlines } from './list-articles.ts';
export { matchesAfter, type QueryMatch } from './matches.ts';
export {
  asReader,
  type OpenReader,
  openReader,
  type Reader,
  type ReaderOptions,
} from './open-reader.ts';
export { CursorError, type Page, type PageOptions } from './page.ts';
export {
  type Day,
  listDays,
  listMonths,
  listPublishers,
  listSections,
  type Month,
  type Publisher,
  readPublisher,
  type Section,
} from './publishers.ts';
export { listRevisions, type Revision, type RevisionCard, readRevision } from './revisions.ts';
export type { Cause, ChangeKind, ReaderSchema, VersionKind } from './schema.ts';
export { type Found, type SearchOptions, search, suggest } from './search.ts';
export type { ArticleFilter } from './shelf.ts';
export { type Link, readStory, type Story, type StoryVersion } from './story.ts';
export { type Channel, toJsonFeed, toRss } from './syndicate.ts';
