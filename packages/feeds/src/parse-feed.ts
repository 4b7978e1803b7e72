import { cleanText, decode } from '@nashra/text';
import type { Feed } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { readJsonFeed } from './json/read-json-feed.ts';
import { resolveAddress } from './markup/resolve-address.ts';
import { openContext, type ParseFeedOptions } from './open-context.ts';
import type { ReadContext } from './read-context.ts';
import { isTextSitemap, readTextSitemap } from './sitemap/text-sitemap.ts';
import { unpack } from './unpack.ts';
import type { Warnings } from './warning.ts';
import { readXmlFeed, type XmlFeedOptions } from './xml-feed.ts';

/**
 * Reads what a publisher serves as a feed or sitemap: RSS 0.90 to 2.0, RDF Site Summary, Atom 0.3 and 1.0, JSON Feed,
 * CDF, sitemaps (as XML or as lines of text) and their indexes, plain or packed. Pure: no network, no files, no clock but its own deadline.
 *
 * Damage is repaired and told in `warnings`; the entries that are complete are the answer. Only where no entry and no
 * feed can be had it throws a `FeedError`.
 */
export function parseFeed(bytes: Uint8Array, options: ParseFeedOptions): Feed {
  const context = openContext(options);
  const document = unpack(bytes, context.limits.maxBytes);
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
