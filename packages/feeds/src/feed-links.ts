import { attributesOf, scanTags } from '@nashra/html';
import { LONGEST_ADDRESS } from './limits.ts';
import { oneLine } from './markup/plain-text.ts';
import { resolveAddress } from './markup/resolve-address.ts';

/** A feed that a page names. */
export interface NamedFeed {
  readonly address: string;
  readonly title: string | null;
}

/** Heads are short, and links to feeds in a foot lie near the end; this much of a page is looked at. */
const MAX_CHARS = 2_000_000;
const MAX_FEEDS = 50;
const NAMING = ['link', 'a', 'base'];
const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^application\/rss/i;
const FEED_PATH = /(?:^|\/)(?:feeds?|rss|atom)(?:[./?]|$)|\.(?:rss|atom)$|(?:rss|feed|atom)\.xml$/i;

/**
 * The feeds that a page names: those of `link rel=alternate` (the autodiscovery of the RSS Advisory Board and of Atom) first,
 * then links whose addresses look like feeds of the same site. Comments of one article are no source.
 */
export function namedFeeds(html: string, url: string): NamedFeed[] {
  let base: string | undefined;
  const found = new Map<string, NamedFeed>();
  const linked = new Map<string, NamedFeed>();
  for (const { name, written } of scanTags(html.slice(0, MAX_CHARS), NAMING)) {
    const of = attributesOf(written);
    const address = resolveAddress(of['href'] ?? '', base ?? url);
    if (address === null || address.length > LONGEST_ADDRESS) continue;
    // The first holds, as in browsers: one upon the other would grow without end.
    if (name === 'base') base ??= address;
    const named = { address, title: oneLine(of['title'] ?? '') || null };
    if (isAlternate(of)) found.set(address, named);
    else if (name === 'a' && isFeedOf(address, url)) linked.set(address, named);
  }
  for (const [address, named] of linked) if (!found.has(address)) found.set(address, named);
  return [...found.values()]
    .filter(({ address }) => !/comments?\b/i.test(address))
    .slice(0, MAX_FEEDS);
}

function isAlternate(of: Readonly<Record<string, string>>): boolean {
  return /\balternate\b/i.test(of['rel'] ?? '') && FEED_TYPE.test(of['type']?.trim() ?? '');
}

function isFeedOf(address: string, url: string): boolean {
  const [link, page] = [URL.parse(address), URL.parse(url)];
  return link !== null && link.host === page?.host && FEED_PATH.test(link.pathname);
}
