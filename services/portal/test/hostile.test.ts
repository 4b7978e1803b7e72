import { join } from 'node:path';
import { extract } from '@nashra/extract';
import type { ArticleCard, ReaderArticle } from '@nashra/reader';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articlePage } from '../src/pages/article.ts';
import { cards } from '../src/pages/card.ts';
import { pageAnswer } from '../src/pages/layout.ts';
import { viewOf } from '../src/site/view.ts';
import { readHostile } from './model-page.ts';
import { findBrowser, openBrowser } from './open-browser.ts';

const chromium = findBrowser();
const hostile = readHostile();
const SITE = 'http://portal.invalid';
const A_PAGE = 400;

let browser: Browser;
beforeAll(async () => {
  if (chromium && hostile) browser = await openBrowser(chromium);
}, 60_000);
afterAll(() => browser?.close());

/** An article whose every text is an attack, its body as it was stored by mistake, or as the sanitizer made it. */
function pageOf(attacks: readonly string[], body: string): string {
  const facts = {
    language: 'ar',
    publisher: 'x',
    publishedAt: new Date(0),
    publishedPrecision: 'second',
  };
  const listed = attacks.map((title, id) => ({
    ...facts,
    id,
    title,
    summary: title,
    section: title,
    publisherName: title,
    wordCount: 1,
    revision: 1,
    storyPublishers: 1,
  }));
  const strip = listed as unknown as readonly ArticleCard[];
  const view = viewOf({
    tongue: 'ar',
    path: '/x/1',
    origin: SITE,
    publishers: new Map(),
    strip,
    imageSrc: (id) => `/image/${id}`,
  });
  const article = {
    ...listed[0],
    authors: attacks,
    html: body,
    url: attacks[0],
    images: attacks.map((caption, id) => ({
      id,
      url: caption,
      caption,
      credit: caption,
      alt: caption,
      isLead: false,
    })),
    modifiedAt: null,
  } as unknown as ReaderArticle;
  const page = articlePage(view, { article, story: undefined });
  return pageAnswer(view, { ...page, main: cards(view, strip), head: page.main }).text.replace(
    '</main>',
    `${page.main.text}</main>`,
  );
}

it.skipIf(!chromium || !hostile)(
  'nothing hostile runs in a page, even with its policy off',
  async () => {
    const attacks = hostile ?? [];
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const ran: string[] = [];
    page.on('dialog', async (it) => {
      ran.push(it.message());
      await it.dismiss();
    });
    await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
    let current = '';
    await page.route('**/*', (route) =>
      route.request().url() === `${SITE}/x/1`
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: current })
        : route.abort(),
    );
    const url = 'https://press.example/1';
    for (let at = 0; at < attacks.length; at += A_PAGE) {
      const some = attacks.slice(at, at + A_PAGE);
      const clean = some.map(
        (it) =>
          extract(Buffer.from(`<article><p>نص طويل بما يكفي ليكون مقالا.</p>${it}</article>`), {
            url,
          }).html,
      );
      const body = [...some, ...clean].join('\n');
      current = pageOf(some, body);
      await page.goto(`${SITE}/x/1`, { waitUntil: 'domcontentloaded' });
      const found = await page.evaluate('whatRan()');
      expect([at, found]).toEqual([at, []]);
    }
    expect(ran).toEqual([]);
    await context.close();
  },
  240_000,
);
