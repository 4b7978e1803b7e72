import { createHash } from 'node:crypto';
import { Html, html } from '@nashra/site';
import { REFRESH_SCRIPT, REFRESH_SECONDS } from './refresh.ts';
import { STYLE } from './style.ts';

/** Lets a page use its own style and script, and nothing from anywhere else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(REFRESH_SCRIPT)}'`,
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const PAGES = [
  ['/', 'Overview'],
  ['/sources', 'Sources'],
  ['/queues', 'Queues'],
] as const;

/** A page that renews itself, with the way to the others. */
export function livePage(path: string, title: string, main: Html): string {
  const links = PAGES.map(
    ([href, name]) =>
      html`<a href="${href}"${href === path && new Html(' aria-current="page"')}>${name}</a>`,
  );
  return bare(
    title,
    html`<header><b>Nashra</b><nav>${links}</nav><span id="live" class="soft"></span>
      <form action="/address" role="search"><input name="of" type="search" placeholder="address or id"
        aria-label="Find an address" dir="auto"></form>
      <form method="post" action="/logout"><button>Log out</button></form></header>
      <main>${main}</main><script>${new Html(REFRESH_SCRIPT)}</script>`,
    html`<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>`,
  );
}

export function bare(title: string, body: Html, head?: Html): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Nashra</title><style>${new Html(STYLE)}</style>${head}</head>
    <body>${body}</body></html>`.text;
}
