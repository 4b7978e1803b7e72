import { join } from 'node:path';
import { addPublisher, findBrowser, openBrowser } from '@nashra/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { readHostile } from './model-page.ts';
import { tell } from './tell.ts';

const chromium = findBrowser();
/** Those that a document of XML would run too, if it were let in, go first. */
const OWN = [
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  ']]><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script><![CDATA[',
  '--><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/><!--',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '{"__html":"<img src=x onerror=alert(1)>"}',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
];
const AN_ARTICLE = 12;

let ground: Ground;
let browser: Browser;
let ids: number[] = [];
beforeAll(async () => {
  if (!chromium) return;
  ground = await openGround();
  const attacks = [...OWN, ...(readHostile() ?? [])].slice(0, 40 * AN_ARTICLE);
  const publisherId = await addPublisher(ground.db, { slug: 'enemy', name: `E ${OWN[0]}` });
  while (attacks.length > 0) {
    const some = attacks.splice(0, AN_ARTICLE);
    const text = some.join(' ');
    const [title = ''] = some;
    ids.push(
      await tell(ground.db, {
        publisherId,
        title: `خبر ${title}`,
        body: text,
        html: `<p dir="auto">${text}</p>`,
        summary: text,
        authors: some.slice(0, 3),
        section: title.slice(0, 100),
        tags: some.slice(0, 3),
        images: [
          {
            address: 'https://press.example/a.jpg',
            isLead: true,
            caption: text,
            credit: text,
            alt: text,
          },
        ],
      }),
    );
  }
  ids = ids.slice(0, 5);
  browser = await openBrowser(chromium);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await ground?.[Symbol.asyncDispose]();
});

it.skipIf(!chromium)(
  'nothing hostile runs in an answer that is no page, opened as one with its policy off',
  async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const called: string[] = [];
    page.on('dialog', async (it) => {
      called.push(it.message());
      await it.dismiss();
    });
    await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
    await page.route('**/*', (route) =>
      route.request().url().startsWith(ground.site) ? route.continue() : route.abort(),
    );
    const [attack = ''] = OWN;
    const paths = [
      '/api/v1/articles?limit=100',
      ...ids.map((id) => `/api/v1/articles/${id}`),
      '/api/v1/headlines',
      '/api/v1/publishers',
      '/api/v1/changes?after=0',
      `/api/v1/search?q=${encodeURIComponent('خبر')}`,
      `/api/v1/search?q=${encodeURIComponent(attack)}`,
      `/api/v1/articles?publisher=${encodeURIComponent(attack)}`,
      `/api/v1/articles/${encodeURIComponent(attack)}`,
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/opensearch.xml',
      '/sitemap.xml',
      '/news-sitemap.xml',
      `/nothing/${encodeURIComponent(attack)}`,
    ];
    let shown = 0;
    for (const path of paths) {
      const answer = await page.goto(ground.site + path, { waitUntil: 'load' }).catch(() => null);
      const text = (await answer?.text().catch(() => '')) ?? '';
      shown += text.includes('alert') ? 1 : 0;
      expect([path, await page.evaluate('window.whatCalled?.() ?? 0')]).toEqual([path, 0]);
    }
    expect(called).toEqual([]);
    // Or nothing was looked at.
    expect(shown).toBeGreaterThan(8);
    await context.close();
  },
  120_000,
);
