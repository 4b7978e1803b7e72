import { join } from 'node:path';
import { extract } from '@nashra/extract';
import { findBrowser, openBrowser } from '@nashra/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostilePage, SITE } from './hostile-page.ts';
import { readHostile } from './model-page.ts';

const chromium = findBrowser();
const hostile = readHostile();
const A_PAGE = 400;

let browser: Browser;
beforeAll(async () => {
  if (chromium && hostile) browser = await openBrowser(chromium);
}, 60_000);
afterAll(() => browser?.close());

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
      current = hostilePage(some, body);
      await page.goto(`${SITE}/x/1`, { waitUntil: 'domcontentloaded' });
      const found = await page.evaluate('whatRan()');
      expect([at, found]).toEqual([at, []]);
    }
    expect(ran).toEqual([]);
    await context.close();
  },
  240_000,
);
