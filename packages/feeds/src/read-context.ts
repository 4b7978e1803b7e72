import type { FeedDate } from './feed.ts';
import type { Deadline, FeedLimits } from './limits.ts';
import type { OwnAddresses } from './markup/page-worth.ts';
import type { Warnings } from './warning.ts';

/** What every table of elements needs besides the element. */
export interface ReadContext {
  readonly limits: FeedLimits;
  readonly deadline: Deadline;
  readonly warnings: Warnings;
  /** The language that the feed says it is in, once it has said so. */
  language: string | null;
  /** Which addresses are the feed's own, and so no entry's page. */
  readonly own: OwnAddresses;
  /** Reads a date as the publisher wrote it; `null` where nobody can. */
  date(text: string): FeedDate | null;
}
