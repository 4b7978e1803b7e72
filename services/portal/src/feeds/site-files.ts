import { html } from '@nashra/site';
import { ASSETS } from '../assets/assets.ts';
import type { View } from '../site/view.ts';

/** What robots may ask for (RFC 9309): pages, not what is made for each question. */
export function robotsTxt({ origin }: View): string {
  const closed = ['/search', '/report/', '/events', '/strip', '/api/'];
  const rules = closed.flatMap((it) => [it, `/fr${it}`, `/en${it}`]).map((it) => `Disallow: ${it}`);
  return `User-agent: *\n${rules.join('\n')}\n\nSitemap: ${origin}/sitemap.xml\n`;
}

/** How a browser searches here (OpenSearch 1.1). */
export function openSearch(view: View): string {
  const { origin, words } = view;
  return html`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${words.site}</ShortName>
<Description>${words.searchLabel}</Description><InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${origin}${ASSETS.icon.path}</Image>
<Url type="text/html" template="${origin}${view.href('/search')}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${origin}${view.href('/opensearch.xml')}"/></OpenSearchDescription>
`.text;
}
