import { createHash } from 'node:crypto';
import type { FeedEntry } from '../feed.ts';
import { plainText } from '../markup/plain-text.ts';

/**
 * 32 hexadecimal digits over what an edit would change: title, date of update, summary, content. Markup does not count,
 * because publishers' tools put counters and signatures into it that differ with every poll.
 */
export function entryFingerprint(entry: FeedEntry): string {
  const hash = createHash('sha256');
  const parts = [
    entry.title,
    entry.updated?.instant ?? '',
    plainText(entry.summaryHtml ?? ''),
    plainText(entry.contentHtml ?? ''),
  ];
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}
