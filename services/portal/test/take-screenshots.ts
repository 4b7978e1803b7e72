/**
 * Takes pictures of a running portal for a person to look at, and crawls it: `npm run screenshots -- [--site URL] [--out
 * DIR] [--crawl N]`. Needs Chromium (CHROMIUM names one that lies elsewhere).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, openBrowser } from '@nashra/testkit';
import { crawl } from './crawl.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'http://127.0.0.1:7464' },
    out: { type: 'string', default: 'docs/screenshots' },
    crawl: { type: 'string', default: '0' },
  },
});
const { site, out } = values;
const chromium = findBrowser();
if (!chromium) process.exit(1);

const DESKTOP = { width: 1_280, height: 900 };
const PHONE = { width: 390, height: 844 };
const SHOTS = [
  { name: 'home', path: '/', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'home-dark', path: '/', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'home-phone', path: '/', viewport: PHONE, colorScheme: 'light' },
  { name: 'article', path: 'article', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'article-phone', path: 'article', viewport: PHONE, colorScheme: 'dark' },
  { name: 'home-french', path: '/fr', viewport: DESKTOP, colorScheme: 'light' },
] as const;

await mkdir(out, { recursive: true });
const home = await (await fetch(site)).text();
const article = /<h2><a href="([^"]+)"/.exec(home)?.[1] ?? '/';
const browser = await openBrowser(chromium);
try {
  for (const { name, path, viewport, colorScheme } of SHOTS) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    // An open page listens for news without end, so the network is never idle.
    await page.goto(site + (path === 'article' ? article : path), { waitUntil: 'load' });
    const file = join(out, `${name}.jpg`);
    await page.screenshot({ path: file, type: 'jpeg', quality: 70 });
    process.stdout.write(`${file}\n`);
    await context.close();
  }
} finally {
  await browser.close();
}
if (Number(values.crawl) > 0) {
  const { visited, broken } = await crawl(site, { most: Number(values.crawl) });
  process.stdout.write(`${visited} addresses, ${broken.length} broken\n${broken.join('\n')}\n`);
}
