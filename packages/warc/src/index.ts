/**
 * Web archives (ISO 28500, WARC 1.0 and 1.1): records out of a stream of bytes, and records as bytes. No files, no network.
 * Everything in an archive is somebody else's: each record has its bounds, and one that is damaged costs itself.
 */
export { type ArchivedAnswer, parseAnswer } from './answer.ts';
export { DEFAULT_WARC_LIMITS, type WarcLimits } from './limits.ts';
export {
  type BrokenRecord,
  type BrokenWhy,
  type Place,
  type ReadRecordsOptions,
  readRecords,
  type WarcRecord,
} from './read-records.ts';
export type { RecordHead } from './record-head.ts';
export { WarcError, type WarcErrorCode } from './warc-error.ts';
export { type NewRecord, newRecordId, writeAnswer, writeRecord } from './write-record.ts';
