export { arrayText } from './array-text.ts';
export { byteaText } from './bytea.ts';
export { type Db, type DbOptions, openDb, type Queryable } from './client.ts';
export { instantOfId } from './instant-of-id.ts';
export { endLongReaders, runTask, type Swept, type Task } from './maintenance.ts';
export { migrateToLatest, pendingMigrations } from './migrate.ts';
export { migrations } from './migrations/index.ts';
export { type MonthlyLog, openMonths, sweepMonths } from './months.ts';
export { OWNERS } from './owners.ts';
export { hasReached, positionOf } from './position.ts';
export {
  dropReaderLogin,
  LoginError,
  listReaderLogins,
  makeReaderLogin,
  readerBackends,
} from './reader-logins.ts';
export { ROLES, type Role } from './role-names.ts';
export { READER_LIMITS } from './roles.ts';
export type { Database } from './schema.ts';
export { makeServiceLogins, SERVICE_LOGINS, type ServiceLogin } from './service-logins.ts';
export type { KeptAccess } from './tables/access.ts';
export type { AddressKind, AddressTable, EntryHint, Lane } from './tables/address.ts';
export type { ArticleKeyKind } from './tables/article.ts';
export type { BulkPhase, BulkRunTable, BulkState, BulkVerb, BulkWish } from './tables/bulk.ts';
export type { CaptureHead, CaptureOrigin } from './tables/capture.ts';
export type { Cause, ChangeKind } from './tables/change.ts';
export type { DeskField, TakedownKind } from './tables/desk.ts';
export type { FeedWishes, Heir } from './tables/feed.ts';
export type { GuardSample, GuardState, GuardTold } from './tables/guard.ts';
export type { LeaseState } from './tables/hub-lease.ts';
export type { OpsToken } from './tables/ops-token.ts';
export type { OpsRole } from './tables/people.ts';
export type { Display, EntryRule, PublisherTable, SourceState } from './tables/publisher.ts';
export type { DatePrecision } from './tables/revision.ts';
export { foldTally, readTally, tally, tallying } from './tally.ts';
