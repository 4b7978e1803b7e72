export {
  type CompareOptions,
  comparePages,
  type PublisherReport,
  type ReadingReport,
} from './compare-pages.ts';
export { describeFeed, type SaidOfFeed } from './describe-feed.ts';
export { categoriesOf, hintOf } from './entry-hint.ts';
export {
  type Asking,
  type FoundSource,
  findSources,
  foundJson,
  nothingAt,
} from './find-sources.ts';
export { type KeptPage, openKept, type Stores } from './kept-page.ts';
export { type PageView, viewPage } from './page-view.ts';
export { type PagePreview, previewReading, type ReadingStores } from './preview.ts';
export { recallMemory } from './publisher-memory.ts';
export { draftOf, readPage } from './read-page.ts';
