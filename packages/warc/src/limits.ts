/** What one record may cost, whoever wrote the archive. */
export interface WarcLimits {
  /** Of a record's own head, in bytes. */
  readonly headBytes: number;
  /** Of the head of the answer within, in bytes. */
  readonly answerHeadBytes: number;
  /** Of a record that is kept, in bytes as they were before compression. */
  readonly blockBytes: number;
  /** Of a record that is passed over; where one is longer the archive ends. */
  readonly skippedBytes: number;
}

const MIB = 1_024 * 1_024;

export const DEFAULT_WARC_LIMITS: WarcLimits = {
  headBytes: 64 * 1_024,
  answerHeadBytes: 96 * 1_024,
  blockBytes: 9 * MIB,
  skippedBytes: 64 * 1_024 * MIB,
};
