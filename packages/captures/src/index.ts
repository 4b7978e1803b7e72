export { type FetchLogEntry, fetchLogOf, logFetches, sweepFetchLog } from './fetch-log.ts';
export {
  type Capture,
  type Compared,
  keep,
  keepAll,
  type NewCapture,
  ofSameBytes,
  readCaptures,
} from './keep.ts';
export { readBody } from './read-body.ts';
export { sweepBlobs, sweepCaptures } from './sweep.ts';
