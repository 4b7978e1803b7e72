/** An outline of OPML 2.0: a feed, or a folder of outlines. */
export interface Outline {
  title: string;
  /** Absolute address of the feed; `null` for a folder. */
  feedUrl: string | null;
  /** Absolute address of the site. */
  siteUrl: string | null;
  description: string | null;
  language: string | null;
  categories: string[];
  children: Outline[];
}
