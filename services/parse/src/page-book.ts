import type { Db } from '@nashra/db';
import { type LearnedPatterns, learnPatterns } from '@nashra/feeds';
import { fatesOfPages } from '@nashra/ledger';
import { isPageSource } from '@nashra/sources';

const DAYS = 30;
const MOST_PAGES = 500;
/** What is known of a source is read again after so long. */
const FRESH_MS = 10 * 60_000;
const MOST_SOURCES = 1_000;

/** What is known of the sources that are pages of headlines. */
export interface PageBook {
  /** What its pages have taught of a source that is such a page; null for another one. */
  patternsOf(addressId: number): Promise<LearnedPatterns | null>;
}

export function openPageBook(db: Db, now = Date.now): PageBook {
  const kept = new Map<number, { readonly at: number; readonly patterns: LearnedPatterns }>();
  return {
    async patternsOf(addressId) {
      if (!(await isPageSource(db, addressId))) return null;
      const known = kept.get(addressId);
      if (known && now() - known.at < FRESH_MS) return known.patterns;
      const fates = await fatesOfPages(db, addressId, { days: DAYS, limit: MOST_PAGES });
      const patterns = learnPatterns(fates);
      kept.delete(addressId);
      kept.set(addressId, { at: now(), patterns });
      const oldest = kept.keys().next().value;
      if (kept.size > MOST_SOURCES && oldest !== undefined) kept.delete(oldest);
      return patterns;
    },
  };
}
