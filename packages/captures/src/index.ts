export { type FetchLogEntry, fetchLogOf, logFetch, sweepFetchLog } from './fetch-log.ts';
export { type Capture, keep, type NewCapture, readCaptures } from './keep.ts';
export { readBody } from './read-body.ts';
export { sweepBlobs, sweepCaptures } from './sweep.ts';
