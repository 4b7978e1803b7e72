import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { books } from '../story.ts';

export interface Frame {
  readonly head: string;
  readonly title: string;
  readonly main: string;
  readonly sidebar: readonly Item[];
}

/** The page around the content, as a present-day site has it: menus, search, sidebar, footer, scripts. */
export function frame(edition: Edition, { head, title, main, sidebar }: Frame): string {
  const { publisher, origin } = edition;
  const { labels, topics } = books[publisher.language];
  const direction = publisher.language === 'ar' ? 'rtl' : 'ltr';
  const menu = topics
    .map(
      ({ section }) => `<li><a href="/section/${encodeURIComponent(section)}">${section}</a></li>`,
    )
    .join('');
  const list = sidebar
    .map((item) => `<li><a href="${escapeMarkup(item.url)}">${escapeMarkup(item.title)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${publisher.language}" dir="${direction}">
<head>
<meta charset="${publisher.charset}">
<title>${escapeMarkup(title)} - ${escapeMarkup(edition.title)}</title>
<link rel="icon" href="/logo.svg">
<link rel="alternate" type="${FEED_TYPES[publisher.feed]}" href="${origin}/feed">
${head}
<style>body{font-family:sans-serif;max-width:70em;margin:auto}.layout{display:flex;gap:2em}</style>
<script>window.dataLayer=window.dataLayer||[];window.dataLayer.push({page:location.pathname});</script>
</head>
<body>
<header class="site-header"><a class="logo" href="/"><img src="/logo.svg" alt="${escapeMarkup(edition.title)}"></a>
<nav class="main-menu"><ul><li><a href="/">${labels.home}</a></li>${menu}</ul></nav>
<form action="/search" role="search"><input name="q" type="search"></form></header>
<div class="layout">
<main id="content">
${main}
</main>
<aside class="sidebar"><section class="widget"><h3>${labels.mostRead}</h3><ol>${list}</ol></section>
<section class="widget newsletter"><p>${labels.subscribe}</p><input type="email"></section></aside>
</div>
<footer class="site-footer"><p>© 2026 ${escapeMarkup(edition.title)} - ${labels.rights}</p></footer>
</body>
</html>
`;
}

export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
} as const;
