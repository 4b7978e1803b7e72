import type { Feed, FeedEnclosure, FeedEntry, FeedFormat, FeedLink } from './feed.ts';
import type { FeedDraft } from './feed-draft.ts';
import { worthOf } from './markup/page-worth.ts';
import { htmlOf, lineOf } from './markup/text-construct.ts';
import type { Spoken } from './spoken.ts';

/** An entry's draft as the entry it came to be. */
export function finishEntry(draft: Spoken): FeedEntry {
  const { texts, addresses } = draft;
  const address = bestPage(draft);
  if (address === null) draft.context.warnings.add('no-page');
  if (draft.links.length === 0 && addresses.guid !== null) {
    draft.links.push(alternate(addresses.guid));
  }
  if (addresses.about !== null) draft.id ??= addresses.about;
  return {
    ...draft.metadata(lineOf(texts.title)),
    address,
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
    olderLink: linkOf('prev-archive') ?? linkOf('next'),
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

/**
 * The address that is most likely the article's. A proxy's is not; a link to read beats the identifier, and that beats a
 * link to something else than a page; the front page is the last resort. A podcast may have none.
 */
function bestPage({ addresses, links, enclosures, context }: Spoken): string | null {
  const pages = links.filter(({ rel }) => rel === 'alternate');
  const isHtml = ({ type }: FeedLink) => type === null || /html/i.test(type);
  const candidates = [
    addresses.original,
    addresses.link,
    ...pages.filter(isHtml).map(({ href }) => href),
    ...links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href),
    addresses.guid,
    addresses.about,
    ...pages.filter((link) => !isHtml(link)).map(({ href }) => href),
    ...enclosures.filter(isHtmlFile).map(({ url }) => url),
  ];
  let doubtful: string | null = null;
  for (const candidate of candidates) {
    const worth = candidate === null ? null : worthOf(candidate, context.own);
    if (worth === 'page') return candidate;
    if (worth === 'doubtful') doubtful ??= candidate;
  }
  return doubtful;
}

function pageLink(links: readonly FeedLink[]): FeedLink | undefined {
  const pages = links.filter(({ rel, href }) => rel === 'alternate' && /^https?:/i.test(href));
  return pages.find(({ type }) => type === null || /html/i.test(type)) ?? pages[0];
}

/** Content that lies elsewhere, RFC 4287 §4.1.3.2. */
const isHtmlFile = ({ type }: FeedEnclosure) => type !== null && /html/i.test(type);

/** Of several contents the one that says most. */
function longest({ contents }: Spoken) {
  let best = contents[0] ?? null;
  for (const content of contents) {
    if (best === null || content.value.length > best.value.length) best = content;
  }
  return best;
}

export function normalLanguage(tag: string | null): string | null {
  return tag?.trim().replaceAll('_', '-') || null;
}
