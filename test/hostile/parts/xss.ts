import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extract } from '@nashra/extract';
import { queues, STATES } from '@nashra/pipeline';
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

const whatRan = async (page: Page) => (await page.evaluate('whatRan()')) as string[];

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
  const { hostilePage, hostileSearch } = await inside('services/portal/test/hostile-page.ts');
  const { overviewPage } = await inside('services/ops/src/pages/overview.ts');
  const { addressPage, unknownAddressPage } = await inside('services/ops/src/pages/address.ts');
  const { loginPage } = await inside('services/ops/src/pages/login.ts');
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
    'titles, names, reasons and messages of the dashboards': parcels.flatMap((some) => [
      overviewPage(overviewOf(some)),
      addressPage(journeyOf(some)),
      unknownAddressPage(some.join(' ')),
      loginPage(some.join(' '), some.join(' ')),
    ]),
  };
}

const at = new Date('2026-03-01T10:00:00Z');

function overviewOf(attacks: readonly string[]) {
  const idle = { waiting: 0, active: 0, delayed: 0, failed: 0 };
  return {
    status: {
      ledger: Object.fromEntries(STATES.map((state) => [state, 1])),
      reasons: Object.fromEntries(attacks.map((attack) => [attack, 1])),
      again: { addresses: 0, next: null },
      ...{ publishers: 0, feeds: 0, articles: 0, revisions: 0, stories: 0, images: 0, changes: 0 },
      queues: Object.fromEntries(Object.keys(queues).map((name) => [name, idle])),
      paused: [],
    },
    sources: attacks.map((text) => ({
      ...{
        health: 'failing',
        lastReason: text,
        failures: 3,
        title: text,
        name: text,
        address: text,
      },
      ...{
        lastPolledAt: at,
        lastSuccessAt: at,
        lastEntryAt: at,
        nextPollAt: at,
        intervalSeconds: 1,
      },
      ...{ entriesSeen: 1, entriesNew: 1, publisher: text, slug: text },
    })),
    latest: attacks.map((text, id) => ({
      ...{ id, title: text, language: 'ar', summary: text, publisher: text, publisherName: text },
      ...{
        section: text,
        authors: [text],
        url: text,
        publishedAt: at,
        firstSeenAt: at,
        revision: 2,
      },
      ...{ publisherNameNative: text, isCopy: true, wordCount: 1, image: null, story: 1 },
      ...{ storyArticles: 1, storyPublishers: 1 },
    })),
    quarantine: attacks.map((text, id) => ({
      ...{ id, addressId: id, queue: text, code: text, message: text, payload: { text }, at },
      ...{ address: text, attempts: 1 },
    })),
  };
}

function journeyOf(attacks: readonly string[]) {
  const [one = ''] = attacks;
  const all = attacks.join(' ');
  return {
    ...{
      id: 1,
      address: one,
      state: one,
      reason: all,
      meaning: all,
      waitsFor: one,
      publisher: all,
    },
    ...{
      publisherState: 'paused',
      foundIn: 1,
      foundInAddress: all,
      articleId: 1,
      waits: 1,
      rescues: 1,
    },
    ...{ dueAt: at, againAt: at, vain: 1, kind: 'article', lane: 0 },
    job: { state: one, attempts: 1, failedReason: all },
    capture: { capturedAt: at, finalAddress: all, contentType: all },
    steps: attacks.map((text) => ({ at, state: text, reason: text })),
    requests: attacks.map((text) => ({
      ...{
        at,
        address: text,
        finalAddress: text,
        outcome: text,
        status: 200,
        reason: text,
        hops: [],
      },
      ...{ remoteAddress: text, bytes: 1, ms: 1 },
    })),
    quarantined: { queue: one, code: all, message: all, at },
    feed: null,
  };
}
