import { createHash } from 'node:crypto';
import { Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { TONGUES, WORDS, type Words } from '../words/words.ts';
import { REFRESH_SCRIPT, REFRESH_SECONDS } from './refresh.ts';
import { STYLE } from './style.ts';

/** Lets a page use its own style and script, and nothing from anywhere else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(REFRESH_SCRIPT)}'`,
  "connect-src 'self'",
  // A kept page, which may do nothing.
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const PAGES: readonly (readonly [string, keyof Words & string, boolean])[] = [
  ['/', 'overview', false],
  ['/failures', 'failures', false],
  ['/runs', 'runs', false],
  ['/sources', 'sources', false],
  ['/guards', 'guards', false],
  ['/desk', 'deskName', false],
  ['/queues', 'queues', false],
  ['/audit', 'audit', false],
  ['/people', 'people', true],
];

/** What a page says; the layout puts the rest around it. */
export interface Page {
  /** Under which entry of the menu it stands. */
  readonly at: string;
  readonly title: string;
  readonly main: Html;
  /** Renews itself while somebody looks. */
  readonly isLive?: boolean;
}

/** A page with the way to the others. */
export function page(view: View, { at, title, main, isLive = false }: Page): string {
  const { words, operator } = view;
  const links = PAGES.filter(([, , isForAdmins]) => !isForAdmins || view.administers).map(
    ([href, name]) =>
      html`<a href="${href}"${href === at && html` aria-current="page"`}>${words[name] as string}</a>`,
  );
  const body = html`<header><a class="brand" href="/">Nashra</a><nav aria-label="${words.menu}">${links}</nav>
      <span id="live" class="soft" data-fresh="${words.fresh}" data-stale="${words.stale}"></span>
      <form action="/address" role="search"><input name="of" type="search" placeholder="${words.find}"
        aria-label="${words.findLabel}" dir="auto"></form>
      <form method="post" action="/logout"><bdi>${operator?.name}</bdi> <button>${words.logOut}</button></form></header>
      <main id="main" tabindex="-1"${isLive && html` data-live`}><h1>${title}</h1>${main}</main>${tongues(view)}
      <script>${new Html(REFRESH_SCRIPT)}</script>`;
  const head =
    isLive && html`<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>`;
  return bare(view, title, body, head || undefined);
}

/** Buttons that say a page again in another language. */
export function tongues({ tongue, here, words }: View): Html {
  const buttons = TONGUES.map(
    (it) =>
      html`<button name="to" value="${it}" lang="${it}"${it === tongue && html` aria-current="true"`}>${WORDS[it].ownName}</button>`,
  );
  return html`<footer><form method="post" action="/language" aria-label="${words.language}"><input type="hidden" name="back"
    value="${here}">${buttons}</form></footer>`;
}

export function bare({ tongue, words }: View, title: string, body: Html, head?: Html): string {
  return html`<!doctype html><html lang="${tongue}" dir="${words.dir}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Nashra</title><style>${new Html(STYLE)}</style>${head}</head>
    <body><a class="skip" href="#main">${words.skip}</a>${body}</body></html>`.text;
}
