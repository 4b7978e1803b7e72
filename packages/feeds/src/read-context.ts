import type { FeedDate } from './feed.ts';
import type { Deadline, FeedLimits } from './limits.ts';
import type { Warnings } from './warning.ts';

/** What every table of elements needs besides the element. */
export interface ReadContext {
  readonly limits: FeedLimits;
  readonly deadline: Deadline;
  readonly warnings: Warnings;
  /** The language that the feed says it is in, once it has said so. */
  language: string | null;
  /** Reads a date as the publisher wrote it; `null` where nobody can. */
  date(text: string): FeedDate | null;
}
