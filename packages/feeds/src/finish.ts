import type { Draft } from './draft.ts';
import type { Feed, FeedEntry, FeedFormat, FeedLink } from './feed.ts';
import type { FeedDraft } from './feed-draft.ts';
import { htmlOf, lineOf } from './markup/text-construct.ts';

/** An entry's draft as the entry it came to be. */
export function finishEntry(draft: Draft): FeedEntry {
  const { texts, addresses } = draft;
  if (draft.links.length === 0 && addresses.guid !== null) {
    draft.links.push(alternate(addresses.guid));
  }
  if (addresses.about !== null) draft.id ??= addresses.about;
  return {
    ...draft.metadata(lineOf(texts.title)),
    address: bestAddress(draft),
    summaryHtml: htmlOf(texts.summary),
    contentHtml: htmlOf(longest(draft)),
    enclosures: draft.enclosures,
    comments: addresses.comments,
    source: draft.source,
    news: draft.news,
    place: draft.place,
  };
}

/** The rest of a feed's fields, given its draft and entries. */
export function finishFeed(
  draft: FeedDraft,
  about: { format: FeedFormat; version: string; encoding: string },
  entries: FeedEntry[],
): Omit<Feed, 'warnings'> {
  const language = normalLanguage(draft.language);
  for (const entry of entries) entry.language = normalLanguage(entry.language) ?? language;
  const linkOf = (relation: string) =>
    draft.links.find(({ rel }) => rel === relation)?.href ?? null;
  return {
    ...draft.metadata(lineOf(draft.texts.title)),
    ...about,
    language,
    subtitle: lineOf(draft.texts.subtitle ?? draft.texts.summary),
    link: pageLink(draft.links)?.href ?? draft.addresses.guid,
    selfLink: linkOf('self'),
    hubs: draft.links.filter(({ rel }) => rel === 'hub').map(({ href }) => href),
    ttlMinutes: draft.ttlMinutes,
    skipHours: [...draft.skipHours],
    skipDays: [...draft.skipDays],
    syndicationMinutes: draft.syndicationMinutes,
    image: draft.image ?? draft.images[0] ?? null,
    generator: draft.generator,
    entries,
    sitemaps: [],
  };
}

export const alternate = (href: string): FeedLink => ({
  href,
  rel: 'alternate',
  type: null,
  title: null,
  hreflang: null,
  length: null,
});

/** A proxy's address is not the article's; a link to read beats the identifier; a podcast may have neither. */
function bestAddress({ addresses, links }: Draft): string | null {
  return addresses.original ?? pageLink(links)?.href ?? addresses.guid ?? httpOnly(addresses.about);
}

function pageLink(links: readonly FeedLink[]): FeedLink | undefined {
  const pages = links.filter(({ rel, href }) => rel === 'alternate' && /^https?:/i.test(href));
  return pages.find(({ type }) => type === null || /html/.test(type)) ?? pages[0];
}

const httpOnly = (address: string | null) =>
  address !== null && /^https?:/i.test(address) ? address : null;

/** Of several contents the one that says most. */
function longest({ contents }: Draft) {
  let best = contents[0] ?? null;
  for (const content of contents) {
    if (best === null || content.value.length > best.value.length) best = content;
  }
  return best;
}

export function normalLanguage(tag: string | null): string | null {
  return tag?.trim().replaceAll('_', '-') || null;
}
