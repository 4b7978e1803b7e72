import { cleanText, decode } from '@nashra/text';
import type { Feed, FeedDate } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { readJsonFeed } from './json/read-json-feed.ts';
import { Deadline, defaultLimits, type FeedLimits } from './limits.ts';
import { resolveAddress } from './markup/resolve-address.ts';
import { publisherDate } from './publisher-date.ts';
import type { ReadContext } from './read-context.ts';
import { isTextSitemap, readTextSitemap } from './sitemap/text-sitemap.ts';
import { unpack } from './unpack.ts';
import { Warnings } from './warning.ts';
import { readXmlFeed, type XmlFeedOptions } from './xml-feed.ts';

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

/**
 * Reads what a publisher serves as a feed or sitemap: RSS 0.90 to 2.0, RDF Site Summary, Atom 0.3 and 1.0, JSON Feed,
 * CDF, sitemaps (as XML or as lines of text) and their indexes, plain or packed. Pure: no network, no files, no clock but its own deadline.
 *
 * Damage is repaired and told in `warnings`; the entries that are complete are the answer. Only where no entry and no
 * feed can be had it throws a `FeedError`.
 */
export function parseFeed(bytes: Uint8Array, options: ParseFeedOptions): Feed {
  const limits = { ...defaultLimits, ...options.limits };
  const now = options.now ?? null;
  let last: { text: string; language: string | null; date: FeedDate | null } = {
    text: '',
    language: null,
    date: null,
  };
  const context: ReadContext = {
    limits,
    deadline: new Deadline(limits.maxMs),
    warnings: new Warnings(),
    language: options.language ?? null,
    own: { url: options.url || null, home: null },
    date(text) {
      const { language } = context;
      // Entries beside each other often say the same day.
      if (text !== last.text || language !== last.language) {
        const date = publisherDate(text, { language, timeZone: options.timeZone ?? null, now });
        last = { text, language, date };
      }
      if (last.date === null) context.warnings.add('bad-date');
      return last.date;
    },
  };
  const document = unpack(bytes, limits.maxBytes);
  const kind = looksLikeJson(document) ? 'json' : 'xml';
  const decoded = decode(document, {
    kind,
    ...(options.contentType && { contentType: options.contentType }),
  });
  const isGuess = decoded.evidence === 'letters' || decoded.evidence === 'detector';
  if (isGuess || !decoded.confident) context.warnings.add('encoding-guessed');
  if (decoded.repaired) context.warnings.add('encoding-repaired');
  if (isOtherType(options.contentType)) context.warnings.add('content-type');
  const text = withoutControls(decoded.text, context.warnings);
  if (text.trim() === '') throw new FeedError('FEED_EMPTY', 'the document is empty');
  const readOptions = {
    encoding: decoded.encoding,
    base: baseOf(options),
    language: options.language ?? null,
  };
  return { ...readFeed(kind, text, context, readOptions), warnings: context.warnings.list() };
}

function readFeed(
  kind: 'json' | 'xml',
  text: string,
  context: ReadContext,
  options: XmlFeedOptions,
) {
  if (kind === 'json') return readJsonFeed(text, context, options);
  if (isTextSitemap(text)) return readTextSitemap(text, context, options.encoding);
  return readXmlFeed(text, context, options);
}

/** Served as something that is neither XML nor JSON, which strict readers refuse (RFC 7303). */
function isOtherType(contentType: string | undefined): boolean {
  const type = contentType?.split(';', 1)[0]?.trim() ?? '';
  return type !== '' && !/xml|json|rss|atom|gzip|octet-stream/i.test(type);
}

function baseOf({ url, contentLocation }: ParseFeedOptions): string | null {
  const location = contentLocation ? resolveAddress(contentLocation, url) : null;
  return location !== null && /^https?:/i.test(location) ? location : url || null;
}

/** The first byte that is neither space nor byte order mark tells JSON from XML. */
function looksLikeJson(bytes: Uint8Array): boolean {
  for (const byte of bytes.subarray(0, 1024)) {
    if (byte > 0x20 && byte < 0x80) return byte === 0x7b;
  }
  return false;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 §2.2 forbids is what is looked for.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]+/g;

/** What XML forbids goes without a trace; the border knows more that no text may hold. */
function withoutControls(text: string, warnings: Warnings): string {
  const clean = cleanText(text);
  if (clean === text) return text;
  const offset = text.search(forbidden);
  if (offset < 0) return clean;
  warnings.add('control-character', offset);
  return cleanText(text.replace(forbidden, ''));
}
