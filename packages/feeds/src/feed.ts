import type { FeedWarning } from './warning.ts';

/**
 * What a document turned out to be. CDF and the RSS 0.9x family count as `rss`, RSS 0.90 and 1.0 as `rdf`; `page` is a page of
 * headlines.
 */
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap' | 'sitemapindex' | 'page';

/** A piece of text with the type its publisher gave it. Addresses inside markup are absolute. */
export interface FeedText {
  value: string;
  /** `text/plain`, `text/html`, `application/xhtml+xml`, or another media type as written. */
  type: string;
  language: string | null;
}

/** An instant with the words it was read from. */
export interface FeedDate {
  /** ISO 8601 with an offset. */
  instant: string;
  precision: 'day' | 'minute' | 'second' | 'approx';
  /** 0 to 1. */
  confidence: number;
  /** Whether the publisher named the zone, or it was assumed. */
  zone: 'explicit' | 'assumed';
  /** As the publisher wrote it. */
  text: string;
}

export interface FeedPerson {
  name: string | null;
  email: string | null;
  url: string | null;
}

/** A link in the sense of RFC 4287 §4.2.7. */
export interface FeedLink {
  href: string;
  rel: string;
  type: string | null;
  title: string | null;
  hreflang: string | null;
  length: string | null;
}

export interface FeedCategory {
  term: string;
  scheme: string | null;
  label: string | null;
}

export interface FeedEnclosure {
  url: string;
  type: string | null;
  /** Bytes, as the publisher wrote them. */
  length: string | null;
}

/** A picture that goes with a feed or an entry, from `image`, Media RSS, iTunes, a sitemap or an enclosure. */
export interface FeedImage {
  url: string;
  title: string | null;
  caption: string | null;
  /** The page it leads to. */
  link: string | null;
  width: number | null;
  height: number | null;
}

/** An element that no table here maps, kept whole: publishers' own extensions, geo, chapters, licences. */
export interface FeedElement {
  /** Prefix by which its namespace is generally known, colon, local name; lower case. */
  name: string;
  text: string;
  attributes: Record<string, string>;
  children: FeedElement[];
  /** What relative addresses inside it are relative to. */
  base: string | null;
}

/** Google News data of a sitemap's address. */
export interface FeedNews {
  publication: string | null;
  language: string | null;
  title: string | null;
  keywords: string[];
}

/** The fields that a feed, an entry and the source of an entry have in common. */
export interface FeedMetadata {
  /** As the publisher wrote it; absolute where it is an address. */
  id: string | null;
  /** Plain text on one line. */
  title: string;
  links: FeedLink[];
  authors: FeedPerson[];
  contributors: FeedPerson[];
  publisher: FeedPerson | null;
  categories: FeedCategory[];
  language: string | null;
  published: FeedDate | null;
  updated: FeedDate | null;
  created: FeedDate | null;
  images: FeedImage[];
  /** The typed pieces of text behind `title` and its like. */
  texts: {
    title: FeedText | null;
    subtitle: FeedText | null;
    summary: FeedText | null;
    contents: FeedText[];
    rights: FeedText | null;
  };
  extensions: FeedElement[];
}

export interface FeedSource extends FeedMetadata {
  link: string | null;
  generator: FeedGenerator | null;
}

export interface FeedEntry extends FeedMetadata {
  /** The best address of the article, absolute; `null` when the entry names none. */
  address: string | null;
  summaryHtml: string | null;
  contentHtml: string | null;
  enclosures: FeedEnclosure[];
  /** The page on which readers comment. */
  comments: string | null;
  /** Where an aggregator had the entry from. */
  source: FeedSource | null;
  news: FeedNews | null;
  place: FeedPlace | null;
}

/** Where an entry plays; positions are (longitude, latitude), a box has its lower and its upper corner. */
export interface FeedPlace {
  type: 'Point' | 'LineString' | 'Polygon' | 'Box';
  coordinates: number[][];
}

export interface FeedGenerator {
  name: string;
  url: string | null;
  version: string | null;
}

export interface Feed extends FeedMetadata {
  format: FeedFormat;
  /** `2.0`, `0.91`, `1.0`, … or an empty string where the document does not say. */
  version: string;
  encoding: string;
  subtitle: string;
  /** The site's address. */
  link: string | null;
  /** The feed's own address by its own word. */
  selfLink: string | null;
  /** Of older entries: the archive before this document (RFC 5005), or the next page. */
  olderLink: string | null;
  /** WebSub hubs. */
  hubs: string[];
  ttlMinutes: number | null;
  /** Hours of the day (0 to 23, GMT) in which the publisher does not publish. */
  skipHours: number[];
  /** English names of days. */
  skipDays: string[];
  /** Minutes between two updates by `sy:updatePeriod` and `sy:updateFrequency`. */
  syndicationMinutes: number | null;
  image: FeedImage | null;
  generator: FeedGenerator | null;
  entries: FeedEntry[];
  /** The sitemaps that a sitemap index lists. */
  sitemaps: FeedSitemap[];
  warnings: FeedWarning[];
}

export interface FeedSitemap {
  address: string;
  updated: FeedDate | null;
}
