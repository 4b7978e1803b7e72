import type { FeedDate } from './feed.ts';

// @TODO stand-in until packages/dates is there.
export function publisherDate(text: string): FeedDate | null {
  const written = text.trim();
  const instant = Date.parse(written);
  if (Number.isNaN(instant)) return null;
  const precision = /^\d{4}-\d\d-\d\d$/.test(written) ? 'day' : 'second';
  return { instant: new Date(instant).toISOString(), precision, confidence: 1, text: written };
}
