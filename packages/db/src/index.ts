export { type Db, type DbOptions, openDb } from './client.ts';
export { instantOfId } from './instant-of-id.ts';
export { migrateToLatest } from './migrate.ts';
export { migrations } from './migrations/index.ts';
export type { Database } from './schema.ts';
export type {
  AddressKind,
  AddressState,
  AddressTable,
  EntryHint,
  FinalState,
  FlightState,
  HistoryStep,
  Lane,
} from './tables/address.ts';
export type { ArticleKeyKind } from './tables/article.ts';
export type { ChangeKind } from './tables/change.ts';
export type { SourceState } from './tables/publisher.ts';
export type { DatePrecision } from './tables/revision.ts';
