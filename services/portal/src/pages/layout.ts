import { type Html, html } from '@nashra/site';
import { ASSETS } from '../assets/assets.ts';
import type { Answer } from '../site/answer.ts';
import { inTongue, type View } from '../site/view.ts';
import { TONGUES, WORDS } from '../words/words.ts';
import { localeOf } from './article-head.ts';
import { strip } from './strip.ts';

/** What a page says; the layout puts the rest around it. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  readonly main: Html;
  readonly description?: string | null;
  /** Of the head. */
  readonly head?: Html;
  /** An address elsewhere where the page is not the original. */
  readonly canonical?: string;
  /** The path of its feeds, without their endings: a listing's own, of an article its publisher's. */
  readonly feed?: string;
  readonly noindex?: boolean;
  readonly tags?: readonly string[];
  /** Renewed where scripts run, as news come in. */
  readonly isLive?: boolean;
}

export function pageAnswer(view: View, page: Page): Answer {
  const { status = 200, tags = [] } = page;
  return {
    status,
    type: 'text/html; charset=utf-8',
    text: layout(view, page).text,
    tags: [...new Set(['lists', ...tags])],
    headers: { link: STYLE_FIRST },
  };
}

/** What paints is asked for before the page is read; a cache in between may say so even earlier (103, RFC 8297). */
const STYLE_FIRST = `<${ASSETS.style.path}>; rel=preload; as=style`;

function layout(view: View, page: Page): Html {
  const { words, tongue, origin, path } = view;
  const { title, canonical, feed, noindex, main } = page;
  const isMissing = (page.status ?? 200) >= 400;
  const description = page.head ? page.description : listDescription(view, page);
  const own = origin + view.href(path);
  return html`<!doctype html>
<html lang="${tongue}" dir="${words.dir}"><head><meta charset="utf-8"><link rel="stylesheet" href="${ASSETS.style.path}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${path === '/' ? `${words.site} · ${title}` : `${title} · ${words.site}`}</title>
${!isMissing && description && html`<meta name="description" content="${description}">`}
${(noindex || isMissing) && html`<meta name="robots" content="noindex">`}
${!isMissing && html`<link rel="canonical" href="${canonical ?? own}">`}
${!isMissing && TONGUES.map((it) => html`<link rel="alternate" hreflang="${it}" href="${origin}${inTongue(path, it)}">`)}
${!isMissing && html`<link rel="alternate" hreflang="x-default" href="${origin}${path}">`}
${feed !== undefined && feedLinks(view, feed)}
<link rel="search" type="application/opensearchdescription+xml" title="${words.site}" href="${view.href('/opensearch.xml')}">
<link rel="icon" type="image/svg+xml" href="${ASSETS.icon.path}">
<script src="${ASSETS.live.path}" defer></script>${page.head ?? (!isMissing && openGraph(view, page))}</head>
<body><a class="skip" href="#main">${words.skip}</a>
<header><a class="brand" href="${view.href('/')}">${words.site}</a>${menu(view)}
${searchForm(view)}</header>
${strip(view)}
<main id="main" tabindex="-1"${page.isLive && html` data-live="${view.href(path)}"`}>${main}</main>
<footer><nav aria-label="${words.language}">${TONGUES.map(
    (it) =>
      html`<a href="${inTongue(isMissing ? '/' : path, it)}" lang="${it}" hreflang="${it}"${it === tongue && html` aria-current="true"`}>${WORDS[it].ownName}</a> `,
  )}</nav>${feed !== undefined && html`<a href="${view.href(`${feed === '/' ? '' : feed}/rss.xml`)}">${words.feeds} (RSS)</a> `}<a href="${view.href('/settings')}">${words.settings}</a> <a href="${view.href('/about')}">${words.about}</a></footer></body></html>`;
}

/** Of a page that is no article: what is on it, and what the site is. */
function listDescription({ words }: View, { title, description }: Page): string {
  return description ?? `${title} · ${words.motto}`;
}

/** What other sites are told of a page that is no article (ogp.me). */
function openGraph(view: View, page: Page): Html {
  const { words, origin, path, tongue } = view;
  const properties = [
    ['og:type', 'website'],
    ['og:title', page.title],
    ['og:description', listDescription(view, page)],
    ['og:url', origin + view.href(path)],
    ['og:site_name', words.site],
    ['og:locale', localeOf(tongue)],
  ] as const;
  return html`${properties.map(([name, value]) => html`<meta property="${name}" content="${value}">`)}`;
}

function menu(view: View): Html {
  const { words } = view;
  const links = [
    ['/', words.home],
    ['/publishers', words.publishers],
    ['/sections', words.sections],
    ['/archive', words.archive],
  ] as const;
  return html`<nav aria-label="${words.site}">${links.map(
    ([path, name]) =>
      html`<a href="${view.href(path)}"${path === view.path && html` aria-current="page"`}>${name}</a> `,
  )}</nav>`;
}

function searchForm(view: View): Html {
  const { words } = view;
  return html`<form role="search" action="${view.href('/search')}"><input type="search" name="q" maxlength="200"
    aria-label="${words.searchLabel}" placeholder="${words.searchHint}"><button>${words.search}</button></form>`;
}

function feedLinks(view: View, feed: string): Html {
  const kinds = [
    ['application/rss+xml', 'rss.xml', 'RSS'],
    ['application/atom+xml', 'atom.xml', 'Atom'],
    ['application/feed+json', 'feed.json', 'JSON Feed'],
  ] as const;
  const base = feed === '/' ? '' : feed;
  return html`${kinds.map(([type, file, name]) => html`<link rel="alternate" type="${type}" title="${name}" href="${view.href(`${base}/${file}`)}">`)}`;
}
