import type { Database } from './schema.ts';

/**
 * Who owns each table: its SQL stands in that package or service, in the migrations here and in the reader's views, and
 * nowhere else. Others call the owner's verbs.
 */
export const OWNERS: Readonly<Record<keyof Database, string>> = {
  address: 'packages/ledger',
  flight: 'packages/ledger',
  journal: 'packages/ledger',
  publisher: 'packages/sources',
  publisher_memory: 'packages/sources',
  feed: 'packages/sources',
  capture: 'packages/captures',
  fetch_log: 'packages/captures',
  draft: 'packages/articles',
  story: 'packages/articles',
  signature: 'packages/articles',
  candidate_key: 'packages/articles',
  stop_key: 'packages/articles',
  part: 'packages/articles',
  version: 'packages/articles',
  ruling: 'packages/articles',
  article: 'packages/articles',
  article_key: 'packages/articles',
  revision: 'packages/articles',
  content: 'packages/articles',
  image: 'packages/articles',
  image_report: 'packages/articles',
  shelf: 'packages/articles',
  shelf_tally: 'packages/articles',
  title_word: 'packages/articles',
  search_fold: 'packages/db',
  search_form: 'packages/db',
  change: 'packages/articles',
  latch: 'packages/articles',
  quarantine: 'packages/pipeline',
  audit: 'packages/audit',
  ops_token: 'packages/audit',
  maintenance: 'packages/db',
  tally: 'packages/db',
};
