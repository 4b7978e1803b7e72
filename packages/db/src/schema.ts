import type { AddressTable } from './tables/address.ts';
import type { ArticleKeyTable, ArticleTable, StoryTable } from './tables/article.ts';
import type { ChangeTable } from './tables/change.ts';
import type { DraftTable } from './tables/draft.ts';
import type { FeedTable } from './tables/feed.ts';
import type { FetchLogTable } from './tables/fetch-log.ts';
import type { PublisherTable } from './tables/publisher.ts';
import type { PublisherMemoryTable } from './tables/publisher-memory.ts';
import type { QuarantineTable } from './tables/quarantine.ts';
import type { ImageTable, RevisionTable } from './tables/revision.ts';

export interface Database {
  publisher: PublisherTable;
  publisher_memory: PublisherMemoryTable;
  feed: FeedTable;
  address: AddressTable;
  fetch_log: FetchLogTable;
  draft: DraftTable;
  story: StoryTable;
  article: ArticleTable;
  article_key: ArticleKeyTable;
  revision: RevisionTable;
  image: ImageTable;
  change: ChangeTable;
  quarantine: QuarantineTable;
}
