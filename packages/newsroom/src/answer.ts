import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { Edition, Item } from './edition.ts';
import { atom } from './feeds/atom.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { rdf } from './feeds/rdf.ts';
import { rss } from './feeds/rss.ts';
import { FEED_TYPES } from './pages/frame.ts';
import { homePage } from './pages/home.ts';
import { microdataPage } from './pages/microdata.ts';
import { modernPage } from './pages/modern.ts';
import { oldPage } from './pages/old.ts';
import { logoSvg, storyPng } from './picture.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const FEEDS = { rss, atom, rdf, json: jsonFeed } as const;
const PAGES = { modern: modernPage, microdata: microdataPage, old: oldPage } as const;
const FEED_LENGTH = 20;
/** Polls after which the fading feed has become a page. */
const FADES_AFTER = 3;

/** What a publisher's server says to a GET of `target` (path and query); `polls` counts those of its second feed so far. */
export function answer(edition: Edition, target: string, polls: number): Answer {
  const { publisher } = edition;
  const { pathname, searchParams } = new URL(target, edition.origin);
  if (pathname === '/robots.txt') {
    return plain(200, 'text/plain', 'User-agent: *\nDisallow: /private/\nDisallow: /search\n');
  }
  if (pathname === '/') return page(edition, homePage(edition));
  if (pathname === '/feed') return feed(edition, edition.latest(FEED_LENGTH), pathname);
  if (pathname === '/second-feed' && publisher.fadingFeed) {
    if (polls > FADES_AFTER) return page(edition, homePage(edition));
    return feed(edition, edition.latest(FEED_LENGTH), pathname);
  }
  if (pathname === '/logo.svg')
    return plain(200, 'image/svg+xml', logoSvg(publisher.name.slice(0, 1)));
  const picture = /^\/media\/(\d{1,12})\.png$/.exec(pathname);
  if (picture) {
    return tagged('image/png', storyPng(edition.seed, Number(picture[1])), undefined);
  }
  if (pathname === '/elsewhere') return turnAround(searchParams);
  if (publisher.temper === 'refusing') {
    return { ...plain(429, 'text/plain', 'Too many requests\n', { 'retry-after': '2' }) };
  }
  return article(edition, target);
}

function article(edition: Edition, target: string): Answer {
  const n = Number(/(\d+)(?:\.html|\/(?:index\.html)?)?$/.exec(target)?.[1] ?? 0);
  const item = edition.item(n);
  if (!item || item.url !== edition.origin + target) return notFound(edition, 404);
  switch (item.story.fate) {
    case 'missing':
      return notFound(edition, 404);
    case 'gone':
      return notFound(edition, 410);
    case 'empty':
      return plain(200, `text/html; charset=${edition.publisher.charset}`, '');
    case 'looping':
      return plain(302, 'text/plain', '', { location: `/elsewhere?from=${n}&turn=1` });
    default:
      return page(edition, articlePage(edition, item), item.updatedAt);
  }
}

/** The text of an article with what surrounds it: other stories of the time when it appeared. */
function articlePage(edition: Edition, item: Item): string {
  const others: Item[] = [];
  for (let n = item.story.n - 1; n > item.story.n - 200 && others.length < 5; n -= 1) {
    const other = edition.item(n);
    if (other) others.push(other);
  }
  return PAGES[edition.publisher.theme](edition, item, others);
}

function feed(edition: Edition, items: readonly Item[], path: string): Answer {
  const { feed: format, charset } = edition.publisher;
  const text = FEEDS[format](edition, items, edition.origin + path);
  const newest = Math.max(0, ...items.map((item) => item.updatedAt));
  return tagged(`${FEED_TYPES[format]}; charset=${charset}`, iconv.encode(text, charset), newest);
}

function page(edition: Edition, html: string, modified?: number): Answer {
  const { charset } = edition.publisher;
  // The old server does not say what it sends: only the page itself does.
  const type = edition.publisher.theme === 'old' ? 'text/html' : `text/html; charset=${charset}`;
  return tagged(type, iconv.encode(html, charset), modified);
}

function notFound(edition: Edition, status: number): Answer {
  return plain(status, 'text/html; charset=utf-8', `<h1>${status}</h1><p>${edition.title}</p>`);
}

/** Redirects for ever, each time to a new address. */
function turnAround(query: URLSearchParams): Answer {
  const turn = Number(query.get('turn')) + 1;
  const location = `/elsewhere?from=${query.get('from')}&turn=${turn}`;
  return plain(302, 'text/plain', '', { location });
}

function tagged(type: string, body: Buffer, modified: number | undefined): Answer {
  const etag = `"${createHash('sha1').update(body).digest('base64url').slice(0, 16)}"`;
  const headers = { 'content-type': type, etag, 'cache-control': 'max-age=5' };
  const lastModified = modified ? { 'last-modified': new Date(modified).toUTCString() } : {};
  return { status: 200, headers: { ...headers, ...lastModified }, body };
}

function plain(
  status: number,
  type: string,
  text: string,
  headers: Record<string, string> = {},
): Answer {
  return { status, headers: { 'content-type': type, ...headers }, body: Buffer.from(text) };
}
