import { PipelineError } from '@nashra/errors';

/**
 * Why nothing could be read: not a feed at all (`NOT_A_FEED`), no bytes but white space (`FEED_EMPTY`), or a bound
 * was met before a single entry was complete (`FEED_TOO_LARGE`, `FEED_TOO_DEEP`, `FEED_TOO_SLOW`).
 */
export type FeedErrorCode =
  | 'NOT_A_FEED'
  | 'FEED_EMPTY'
  | 'FEED_TOO_LARGE'
  | 'FEED_TOO_DEEP'
  | 'FEED_TOO_SLOW';

/** The bytes hold no feed; the same bytes will not hold one later, so they are never read again. */
export class FeedError extends PipelineError {
  override name = 'FeedError';
  readonly code: FeedErrorCode;
  readonly retry = 'never';

  constructor(code: FeedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
