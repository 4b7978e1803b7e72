import type { ArticleCard, ArticleFilter } from '@nashra/reader';
import { atom } from '../feeds/atom.ts';
import { type Channel, channelOf } from '../feeds/channel.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { rss } from '../feeds/rss.ts';
import { openSearch, robotsTxt } from '../feeds/site-files.ts';
import {
  daySitemap,
  MOST_ADDRESSES,
  MOST_NEWS,
  NEWS_MS,
  newsSitemap,
  sitemapIndex,
} from '../feeds/sitemaps.ts';
import type { Library } from '../library/library.ts';
import type { Answer } from '../site/answer.ts';
import { monthPath } from '../site/paths.ts';
import { Elsewhere, type Site } from '../site/site.ts';
import { calendarName } from '../words/dates.ts';
import { SHELVES } from './listings.ts';

const FORMATS: Readonly<Record<string, { type: string; write: (channel: Channel) => string }>> = {
  'rss.xml': { type: 'application/rss+xml; charset=utf-8', write: rss },
  'atom.xml': { type: 'application/atom+xml; charset=utf-8', write: atom },
  'feed.json': { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
};
const ENTRIES = 50;

/** Every listing as RSS, Atom and JSON Feed; what search engines and browsers ask for. */
export function serveFeeds(site: Site, library: Library): void {
  for (const [route, shelfOf] of Object.entries(SHELVES)) {
    for (const [file, { type, write }] of Object.entries(FORMATS)) {
      const base = route === '/' ? '' : route;
      site.document(`${base}/${file}`, async ({ params }, view) => {
        const shelf = shelfOf(params, view);
        if (!shelf) throw new Elsewhere(404);
        const { items } = shelf.filter
          ? await library.articles(shelf.filter, { limit: ENTRIES })
          : await library.headlines({ limit: ENTRIES });
        const self = `${shelf.path === '/' ? '' : shelf.path}/${file}`;
        return answer(type, write(channelOf(view, { ...shelf, self }, items)));
      });
    }
  }
  for (const [file, { type, write }] of Object.entries(FORMATS)) {
    site.document(`/month/:month(^\\d{4}-(?:0[1-9]|1[0-2])$)/${file}`, async ({ params }, view) => {
      const { month = '' } = params;
      const items = await latestOfMonth(library, month);
      if (items.length === 0) throw new Elsewhere(404);
      const path = monthPath(month);
      const channel = { title: calendarName(month, view.tongue), path, self: `${path}/${file}` };
      return answer(type, write(channelOf(view, channel, items)));
    });
  }
  const xml = 'application/xml; charset=utf-8';
  site.document('/sitemap.xml', async (_, view) =>
    answer(xml, sitemapIndex(view, await library.days(''))),
  );
  site.document('/sitemap/news.xml', async (_, view) => {
    const since = new Date(Date.now() - NEWS_MS);
    return answer(xml, newsSitemap(view, await listable(library, { since }, MOST_NEWS)));
  });
  site.document('/sitemap/:day(^\\d{4}-\\d{2}-\\d{2}).xml', async ({ params: { day } }, view) => {
    const cards = await listable(library, { day }, MOST_ADDRESSES);
    // One without an address is none by its schema.
    if (cards.length === 0) throw new Elsewhere(404);
    return answer(xml, daySitemap(view, cards));
  });
  const text = 'text/plain; charset=utf-8';
  // A search engine that gets no robots.txt asks for nothing at all.
  site.file('/robots.txt', (view) => answer(text, robotsTxt(view)));
  site.file('/opensearch.xml', (view) =>
    answer('application/opensearchdescription+xml; charset=utf-8', openSearch(view)),
  );
}

function answer(type: string, text: string): Answer {
  return { status: 200, type, text, tags: ['lists'] };
}

/** Day by day, as the publishers count their days, from the last. */
async function latestOfMonth(library: Library, month: string): Promise<ArticleCard[]> {
  const latest: ArticleCard[] = [];
  for (const { day } of await library.days(month)) {
    if (latest.length >= ENTRIES) break;
    latest.push(...(await library.articles({ day }, { limit: ENTRIES })).items);
  }
  return latest.slice(0, ENTRIES);
}

const STEP = 500;

/** Those that search engines may list. */
async function listable(
  library: Library,
  filter: ArticleFilter,
  most: number,
): Promise<ArticleCard[]> {
  return (await upTo(library, filter, most)).filter(({ rights }) => rights?.index !== false);
}

async function upTo(library: Library, filter: ArticleFilter, most: number): Promise<ArticleCard[]> {
  const all: ArticleCard[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await library.articles(filter, { after, limit: STEP });
    all.push(...items);
    if (next === null || all.length >= most) return all.slice(0, most);
    after = next;
  }
}
