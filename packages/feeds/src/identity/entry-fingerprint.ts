import { hash } from 'node:crypto';
import type { FeedEntry } from '../feed.ts';
import { plainText } from '../markup/plain-text.ts';

/**
 * 48 hexadecimal digits over what an edit would change. The first half is of the words: the title, and the letters of summary
 * and content. The second is of all of it, figures and the date of the update too, which move at every poll where a publisher's
 * tool stamps them or counts readers. Markup does not count, for the same reason. Who knows that the date of the update tells
 * nothing gives none.
 */
export function entryFingerprint(
  entry: FeedEntry,
  updated: string = entry.updated?.instant ?? '',
): string {
  // A sitemap lists fifty thousand addresses, and most of them have no words.
  if (!entry.title && !entry.summaryHtml && !entry.contentHtml)
    return WORDLESS + digest(['', updated, '', '']);
  const texts = [plainText(entry.summaryHtml ?? ''), plainText(entry.contentHtml ?? '')];
  const words = texts.map((text) => text.replace(FIGURES, ' '));
  return digest([entry.title, ...words]) + digest([entry.title, updated, ...texts]);
}

/** Figures, and what stands between them in dates, times and sums. */
const FIGURES = /\p{Nd}[\p{Nd}.,:/٫٬\s-]*/gu;

function digest(parts: readonly string[]): string {
  return hash('sha256', parts.map((part) => `${part}\0`).join(''), 'hex').slice(0, 24);
}

const WORDLESS = digest(['', '', '']);
