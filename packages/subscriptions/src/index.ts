export { matching, sweepMatches } from './match-changes.ts';
export {
  articlesOf,
  delivered,
  failed,
  handBack,
  type Match,
  type Parcel,
  takeParcels,
} from './parcels.ts';
export {
  type NewSavedQuery,
  removeQuery,
  renewQueries,
  requireQuery,
  SavedQueryError,
  saveQueries,
  saveQuery,
} from './saved-queries.ts';
export { listQueries, removeWebhook, type StoredQuery, setWebhook } from './webhooks.ts';
