import { addressKey, canonicalAddress } from '@nashra/address';
import type { AddressRow, ArticleRow, ContentRow, RevisionRow } from '../model/rows.ts';
import { TEXTS, textOf } from '../world/pages.ts';
import type { Page, Site } from '../world/site.ts';
import type { Audited } from './audited.ts';

const READABLE = new Set(['good', 'alias', 'moved']);

/** Of every report that a publisher shows there is one article, which says what its page says now. */
export function articlesHold(audited: Audited): string[] {
  const { world } = audited;
  const sites = [...world.web.sites.values()].flatMap((site) => siteHolds(audited, site));
  return [...sites, ...storiesHold(audited)];
}

/** What several publishers print is one story, whoever has corrected it. */
function storiesHold({ world: { store, web } }: Audited): string[] {
  const pages = [...web.sites.values()].flatMap((site) => site.pages);
  const changing = new Set(pages.flatMap((it) => (isAsPrinted(it) ? [] : [it.text])));
  const contents = store.table('content') as ReadonlyMap<number, ContentRow>;
  const byTitle = Map.groupBy(
    store.rows<ArticleRow>('article'),
    (it) => contents.get(it.contentId ?? 0)?.title,
  );
  return Array.from({ length: TEXTS }, (_, text) => text).flatMap((text) => {
    const told = titlesOf(text).flatMap((title) => byTitle.get(title) ?? []);
    const stories = new Set(told.map((it) => it.storyId));
    const originals = told.filter((it) => it.copyOf === null);
    const isCopied = changing.has(text) || originals.length <= 1;
    return [
      ...(stories.size > 1 ? [`report ${text} is told as ${stories.size} stories`] : []),
      ...(isCopied ? [] : [`report ${text} has ${originals.length} originals`]),
    ];
  });
}

const isAsPrinted = ({ fate, correctedAt }: Page) =>
  correctedAt.length === 0 && fate !== 'unwritable';

/** Of a report, as it was printed and as it is corrected. */
const titlesOf = (text: number) => [0, 1, 2].map((version) => textOf(text, version).title);

function siteHolds({ world }: Audited, site: Site): string[] {
  const { store, clock } = world;
  const { host, publisherId } = site;
  const articles = store.rows<ArticleRow>('article').filter((it) => it.publisherId === publisherId);
  const contents = store.table('content');
  const titleOf = ({ contentId }: ArticleRow) =>
    (contents.get(contentId ?? 0) as ContentRow | undefined)?.title ?? null;
  const listed = site.listed(clock.now);
  const addresses = new Map(store.rows<AddressRow>('address').map((it) => [it.key, it]));
  const rowOf = (page: Page) => {
    const address = canonicalAddress(site.addressOf(page)) ?? '';
    return addresses.get(addressKey(address).toString('hex'));
  };
  const broken: string[] = [];
  for (const page of listed) if (!rowOf(page)) broken.push(`${host}${page.path} was never met`);
  const byText = Map.groupBy(
    site.pages.filter((it) => READABLE.has(it.fate)),
    (it) => it.text,
  );
  for (const [text, pages] of byText) {
    const titles = new Set(titlesOf(text));
    const own = articles.filter((it) => titles.has(titleOf(it) ?? ''));
    const shown = pages.filter((it) => listed.includes(it));
    if (own.length > 1) broken.push(`${host} has ${own.length} articles of report ${text}`);
    if (shown.length > 0 && own.length === 0) broken.push(`${host} has none of report ${text}`);
    const [article] = own;
    const [page] = shown;
    // A second address of one report says what it said when it was read.
    if (!article || !page || pages.length > 1) continue;
    const now = textOf(text, site.versionOf(page, clock.now)).title;
    const said = titleOf(article);
    if (said !== now) broken.push(`${host}${page.path} says «${now}», its article «${said}»`);
  }
  return [...broken, ...repeated(store.rows<RevisionRow>('revision'), articles, contents)];
}

/** A revision that says what the one before said is none. */
function repeated(
  revisions: readonly RevisionRow[],
  articles: readonly ArticleRow[],
  contents: ReadonlyMap<string | number, object>,
): string[] {
  return articles.flatMap(({ id }) => {
    const own = revisions
      .filter((it) => it.articleId === id)
      .toSorted((a, b) => a.number - b.number)
      .map((it) => (contents.get(it.contentId) as ContentRow | undefined)?.contentHash);
    return own.some((hash, at) => at > 0 && hash === own[at - 1])
      ? [`article ${id} was written twice`]
      : [];
  });
}
