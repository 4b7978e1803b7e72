import type { FeedDate } from './feed.ts';
import { Deadline, defaultLimits, type FeedLimits } from './limits.ts';
import { publisherDate } from './publisher-date.ts';
import type { ReadContext } from './read-context.ts';
import { Warnings } from './warning.ts';

export interface ParseFeedOptions {
  /** Where the bytes came from, after redirects: what relative addresses are relative to. */
  url: string;
  /** The response's `Content-Type`, for its charset. */
  contentType?: string;
  /** The response's `Content-Location`, which outranks `url` as the base (RFC 3986 §5.1.3). */
  contentLocation?: string;
  /** The publisher's zone, IANA name, for dates without one. */
  timeZone?: string;
  /** The publisher's language, for dates and for feeds that name none. */
  language?: string;
  /** What relative dates are relative to, and dates may not lie far behind. */
  now?: Date;
  limits?: Partial<FeedLimits>;
}

/** What the reading of one document begins with. */
export function openContext(options: ParseFeedOptions): ReadContext {
  const limits = { ...defaultLimits, ...options.limits };
  const now = options.now ?? null;
  let last: { text: string; language: string | null; date: FeedDate | null } = {
    text: '',
    language: null,
    date: null,
  };
  return {
    limits,
    deadline: new Deadline(limits.maxMs),
    warnings: new Warnings(),
    language: options.language ?? null,
    own: { url: options.url || null, home: null },
    date(text) {
      const { language } = this;
      // Entries beside each other often say the same day.
      if (text !== last.text || language !== last.language) {
        const date = publisherDate(text, { language, timeZone: options.timeZone ?? null, now });
        last = { text, language, date };
      }
      if (last.date === null) this.warnings.add('bad-date');
      return last.date;
    },
  };
}
