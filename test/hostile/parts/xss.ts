import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extract } from '@nashra/extract';
import { findBrowser, openBrowser } from '@nashra/testkit';
import type { Page } from 'playwright-core';
import { attacks } from '../attacks.ts';
import { inside } from '../inside.ts';
import type { Check, Part } from '../part.ts';

const SITE = 'http://portal.invalid';
const TOGETHER = 200;
/** Of the raw ones so many must run, or nothing is said by none running. */
const CONTROL = 400;
const IN_PAGE = resolve(import.meta.dirname, '../../../services/portal/test/in-page.js');
/** Long enough for what begins to run by itself. */
const SETTLES_MS = 15;

/** Attacks in a real browser, policy off: raw ones run, and none does that came through us, wherever a text is shown. */
export const part: Part = {
  name: 'xss',
  async run({ quick, seed }) {
    const chromium = findBrowser();
    if (!chromium) return [{ name: 'a browser is here', holds: false, detail: 'install chromium' }];
    const all = attacks();
    const some = quick ? all.filter((_, at) => (at + seed) % 5 === 0) : all;
    const browser = await openBrowser(chromium);
    try {
      const context = await browser.newContext({ bypassCSP: true });
      const page: Page = await context.newPage();
      page.on('dialog', (it) => void it.dismiss().catch(() => {}));
      await page.addInitScript({ content: readFileSync(IN_PAGE, 'utf8') });
      let current = '';
      await page.route('**/*', (route) =>
        route.request().url() === `${SITE}/`
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: current })
          : route.abort(),
      );
      const open = async (markup: string) => {
        current = markup;
        await page.goto(`${SITE}/`, { waitUntil: 'load', timeout: 10_000 }).catch(() => {});
        await page.waitForTimeout(SETTLES_MS);
      };
      const raw = quick ? all.slice(0, 1.4 * CONTROL) : all;
      const checks = [await control(raw, page, open)];
      const harmless = await exits(['harmless']);
      for (const [name, markups] of Object.entries(await exits(some))) {
        // What the page has of its own is no attack.
        const own = new Set<string>();
        for (const markup of harmless[name] ?? []) {
          await open(markup);
          for (const it of await whatRan(page)) own.add(it);
        }
        const found: string[] = [];
        for (const markup of markups) {
          await open(markup);
          found.push(...(await whatRan(page)).filter((it) => !own.has(it)));
        }
        checks.push({
          name: `${name}: 0 of ${some.length} run`,
          holds: found.length === 0,
          ...(found.length > 0 && { detail: found.slice(0, 3).join(' | ').slice(0, 300) }),
        });
      }
      return checks;
    } finally {
      await browser.close();
    }
  },
};

/** A page that leads on by itself has left before it is asked: that counts as run, where the same page without an attack stays. */
const whatRan = async (page: Page) =>
  (await page.evaluate('whatRan()').catch(() => ['the page went elsewhere'])) as string[];

/** Raw, each in a page of its own. */
async function control(
  some: readonly string[],
  page: Page,
  open: (markup: string) => Promise<void>,
): Promise<Check> {
  let ran = 0;
  for (const attack of some) {
    await open(`<!doctype html><html><body>${attack}</body></html>`);
    const calls = await page.evaluate('whatCalled()').catch(() => 1);
    if (Number(calls) > 0) ran += 1;
  }
  return { name: `raw, at least ${CONTROL} run`, holds: ran >= CONTROL, detail: `${ran} ran` };
}

/** Pages with attacks in every place where somebody else's text stands. */
async function exits(all: readonly string[]): Promise<Record<string, string[]>> {
  const { hostilePage, hostileSearch, hostileLists } = await inside(
    'services/portal/test/hostile-page.ts',
  );
  const { hostilePages } = await inside('services/ops/test/hostile-pages.ts');
  const parcels = Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, n) =>
    all.slice(n * TOGETHER, (n + 1) * TOGETHER),
  );
  const clean = (attack: string) =>
    extract(
      Buffer.from(`<article><p>A text that is long enough to be one.</p>${attack}</article>`),
      {
        url: 'https://press.example/1',
      },
    ).html;
  return {
    'bodies as they are sanitized': parcels.map((some) =>
      hostilePage(['a title'], some.map(clean).join('\n')),
    ),
    'bodies that were stored raw': parcels.map((some) => hostilePage(['a title'], some.join('\n'))),
    'titles, authors, sections, captions and alts of the portal': parcels.map((some) =>
      hostilePage(some, ''),
    ),
    'questions, snippets and suggestions of its search': parcels.map((some) =>
      hostileSearch(some.join(' '), some),
    ),
    'lists, versions and settings of the portal': parcels.flatMap((some) => hostileLists(some)),
    'titles, names, reasons, filters and messages of the console': parcels.flatMap((some) =>
      hostilePages(some),
    ),
  };
}
