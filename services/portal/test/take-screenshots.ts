/**
 * Takes pictures of what `npm run demo` shows, site and dashboards, for a person to look at, and crawls the site: `npm run
 * screenshots -- [--site URL] [--ops URL] [--data DIR] [--out DIR] [--crawl N]`. Needs Chromium (CHROMIUM names one that lies
 * elsewhere), and of DIR the dashboards' login.
 */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crawl, findBrowser, openBrowser } from '@nashra/testkit';
import type { Page } from 'playwright-core';

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'http://127.0.0.1:7464' },
    ops: { type: 'string', default: 'http://127.0.0.1:7100' },
    data: { type: 'string', default: '.nashra/demo' },
    out: { type: 'string', default: 'docs/screenshots' },
    crawl: { type: 'string', default: '0' },
  },
});
const { site, ops, data, out } = values;
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

const DASHBOARDS = [
  ['dashboard', '/'],
  ['dashboard-sources', '/sources'],
] as const;

await mkdir(out, { recursive: true });
const answer = await fetch(site);
if (!answer.ok) throw new Error(`${site} answers ${answer.status}: is that the portal?`);
const home = await answer.text();
const article = /<h2><a href="([^"]+)"/.exec(home)?.[1] ?? '/';
const browser = await openBrowser(chromium);
try {
  for (const { name, path, viewport, colorScheme } of SHOTS) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    // An open page listens for news without end, so the network is never idle.
    await page.goto(site + (path === 'article' ? article : path), { waitUntil: 'load' });
    await take(page, name);
    await context.close();
  }
  await takeDashboards();
} finally {
  await browser.close();
}

async function take(page: Page, name: string): Promise<void> {
  const file = join(out, `${name}.jpg`);
  await page.screenshot({ path: file, type: 'jpeg', quality: 70 });
  process.stdout.write(`${file}\n`);
}

async function takeDashboards(): Promise<void> {
  const { user, password } = JSON.parse(readFileSync(join(data, 'ops-login.json'), 'utf8'));
  const page = await browser.newPage({ viewport: DESKTOP });
  await page.goto(`${ops}/login`);
  await page.locator('input[name=user]').fill(user);
  await page.locator('input[name=password]').fill(password);
  await page.locator('.login button').click();
  await page.waitForURL((url) => url.pathname !== '/login');
  for (const [name, path] of DASHBOARDS) {
    await page.goto(ops + path, { waitUntil: 'load' });
    await take(page, name);
  }
  await page.close();
}

if (Number(values.crawl) > 0) {
  const { visited, broken } = await crawl(site, { most: Number(values.crawl) });
  process.stdout.write(`${visited} addresses, ${broken.length} broken\n${broken.join('\n')}\n`);
}
