import { readRights } from '../rights/rights.ts';
import type { Metadata, Page } from '../types.ts';
import { absoluteUrl, urlKey } from './address-of.ts';
import { GatheredAuthors } from './authors/author-sources.ts';
import { findSigners } from './authors/authors.ts';
import { readCanonical } from './canonical.ts';
import { readDates } from './dates/read-dates.ts';
import { readArticleBody, readDescriptions, readTags } from './descriptions.ts';
import { isLiveBlog, isPaywalled } from './flags.ts';
import { readLeadImage } from './images/lead-image.ts';
import { chooseMain } from './json-ld/ld-article.ts';
import { readLinkedData } from './json-ld/linked-data.ts';
import { readSigns } from './kind/read-signs.ts';
import { readLanguage } from './language.ts';
import { type NearbyLine, nearbyLines } from './nearby-lines.ts';
import { scanPage } from './scan.ts';
import { readSection } from './section.ts';
import { findHeadline } from './title/headline.ts';
import { homeNames } from './title/home-names.ts';
import { ownerName } from './title/owner-name.ts';
import { chooseTitle } from './title/title.ts';
import { titlePlaces } from './title/title-places.ts';
import {
  declaredTitle,
  gatherTitles,
  isForeignTitle,
  isOwnTitle,
  siteNames,
} from './title/title-sources.ts';
import { plainLine, undecorated } from './title/title-text.ts';
import { toldTitle } from './title/told-title.ts';

/** Reads what the page says about itself; never throws. */
export function readMetadata(page: Page): Metadata {
  const { tree } = page;
  const scan = scanPage(tree);
  const data = readLinkedData(scan.linkedData);
  const { base } = page;
  const canonicalUrl = readCanonical(scan.links, scan.metas, base, page.url);
  const own = new Set([urlKey(page.url), urlKey(canonicalUrl ?? page.url)]);
  const shown = gatherTitles(tree, scan);
  const main = chooseMain(
    data,
    (url) => own.has(urlKey(absoluteUrl(url, base) ?? '')),
    isOwnTitle(shown),
    isForeignTitle(shown),
  );
  const site = siteNames(scan, data, main, page);
  const titles = { ...shown, jsonLd: declaredTitle(main) };
  const host = URL.parse(page.url)?.host ?? '';
  const home = homeNames(tree, host);
  // Where nothing else names the house, the line on its rights does.
  const isNamed = home.length > 0 || scan.metas.has('og:site_name');
  const named = site.with(isNamed ? home : [ownerName(tree)].filter(Boolean));
  const title = toldTitle(chooseTitle(titles, named), page.options.feedEntry?.title, titles);
  const headline = findHeadline(tree, scan, title);
  let nearby: NearbyLine[] | undefined;
  // Asked for only where declarations leave something open.
  const lines = () => (nearby ??= nearbyLines(tree, headline, scan.asides, scan.strangers));
  const authors = new GatheredAuthors({ tree, scan, data, main, headline, lines, site });
  const signers = findSigners(authors, site, named);
  return {
    title: undecorated(title.includes('&') ? plainLine(title) : title),
    authors: signers.names,
    isByHouse: signers.names.every((name) => named.signs(name)),
    namesHouse: (text) => named.has(text),
    places: { title: titlePlaces(titles, title), authors: signers.place },
    ...readDates(page, scan, main, headline, lines),
    section: readSection(tree, scan, data, main, title, site),
    tags: readTags(scan, main),
    language: readLanguage(scan, main, page.languageHint),
    canonicalUrl,
    ampUrl: absoluteUrl(scan.links.get('amphtml')?.[0], base),
    leadImage: readLeadImage(scan, data, main, base),
    paywalled: isPaywalled(scan, main),
    rights: readRights({
      metas: scan.metas,
      headers: page.options.headers ?? {},
      licences: (scan.links.get('license') ?? []).flatMap((it) => absoluteUrl(it, base) ?? []),
    }),
    liveBlog: isLiveBlog(data, page.url, [
      title,
      ...shown.headings.filter((it) => it.endsWith(title)),
    ]),
    titles: [
      ...new Set([
        title,
        titles.openGraph,
        titles.jsonLd,
        ...titles.headings,
        site.strip(titles.document),
      ]),
    ].filter((line) => line !== ''),
    descriptions: readDescriptions(scan, main),
    articleBody: readArticleBody(main),
    signs: readSigns(scan, data, main, headline < 0 ? null : (tree.tag[headline] as number)),
  };
}
