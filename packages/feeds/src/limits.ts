import { FeedError } from './feed-error.ts';

/** Bounds of one parse. Past a bound on parts the rest is left out with a warning; past one on the whole it ends. */
export interface FeedLimits {
  /** Bytes of the document, unpacked; more is `FEED_TOO_LARGE`. */
  maxBytes: number;
  /** Elements open at once; deeper ones are passed over. */
  maxDepth: number;
  /** Entries of a sitemap kept, in document order. */
  maxEntries: number;
  /** The same of a feed, whose entries say more and cost more. */
  maxItems: number;
  /** Characters of one field (a title, a content). */
  maxFieldChars: number;
  /** Things in one list of one entry: links, authors, categories, enclosures, images, extensions. */
  maxListItems: number;
  /** Milliseconds of CPU from the first byte; past it the entries read so far are the answer, or `FEED_TOO_SLOW`. */
  maxMs: number;
}

/** 50 MB and 50,000 addresses are what sitemaps.org allows one file; feeds stay far below, most under a hundred. */
export const defaultLimits: FeedLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxDepth: 200,
  maxEntries: 50_000,
  maxItems: 10_000,
  maxFieldChars: 1_000_000,
  maxListItems: 200,
  maxMs: 2_500,
};

/**
 * The clock of one parse. A synchronous parse cannot be timed out from outside its own thread, so its loops ask here;
 * asking is cheap because only one in 256 asks looks at the clock. It counts the thread's own CPU time, so that a feed
 * is not cut because the machine had other work.
 */
export class Deadline {
  readonly #end: number;
  #asked = 0;
  #over = false;

  constructor(maxMs: number) {
    this.#end = cpuMs() + maxMs;
  }

  // Linux counts a thread's time by ticks of some milliseconds: a limit of none is over before the first of them.
  get isOver(): boolean {
    if (!this.#over && (++this.#asked & 255) === 0) this.#over = cpuMs() >= this.#end;
    return this.#over;
  }

  /** For loops that cannot give a part of their answer. */
  check(): void {
    if (this.isOver) throw new FeedError('FEED_TOO_SLOW', 'the time limit passed');
  }
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Of what a page links to: longer ones are of no use to anybody, and a long base would be in every address of its page. */
export const LONGEST_ADDRESS = 2_048;
