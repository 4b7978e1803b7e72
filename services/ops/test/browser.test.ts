import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { silentLogger } from '@nashra/log';
import { askForRun, quarantine, readRun, stepRun, takeDownAll } from '@nashra/pipeline';
import { keepCarrying } from '@nashra/service';
import { updateGuard } from '@nashra/sources';
import {
  addAddress,
  addArticles,
  addFeed,
  addPublisher,
  crawl,
  findBrowser,
  image,
  openBrowser,
  startPublisher,
} from '@nashra/testkit';
import { sql } from 'kysely';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround, PASSWORD } from './ground.ts';
import { hostilePages, viewOfPage } from './hostile-pages.ts';

const chromium = findBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `${axe}; axe.run().then(({ violations }) => violations.map((it) => it.id + ': ' + it.nodes.map((node) => node.html).join(' ')))`;
/** All pages in all languages, instead of some in the one that runs the other way. */
const isAll = process.env['EVERY_PAGE'] !== undefined;
const TONGUES = [
  ['English', 'ltr', 'en'],
  ['Français', 'ltr', 'fr'],
  ['العربية', 'rtl', 'ar'],
] as const;
const IN_TONGUES = TONGUES.filter(([, dir]) => isAll || dir === 'rtl');
/** A stream that says what it is told to. */
const BY_HAND = `window.EventSource = class {
  addEventListener(name, hear) { if (name === 'page') window.send = (data) => hear({ data }); }
  close() {}
}`;
const HOST = 'closed.example';
const PLANTED = 400;
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(2)</script>',
  "' onmouseover='alert(3)",
  'javascript:alert(4)',
  '</style><svg onload=alert(5)>',
  '</title><script>alert(6)</script>',
  '{{alert(7)}}',
];

let browser: Browser;
let ground: Ground;
let article = 0;
beforeAll(async () => {
  if (!chromium) return;
  [browser, ground] = await Promise.all([openBrowser(chromium), openGround()]);
  const { db } = ground;
  const publisherId = await addPublisher(db, { slug: 'sahifa', name: 'الصحيفة <b>اليومية</b>' });
  await addFeed(db, 'https://sahifa.example/feed', publisherId, { failures: 4 });
  const id = await addAddress(db, 'https://sahifa.example/1', publisherId, { state: 'parsed' });
  const message = 'no <b>row</b> 17 of https://sahifa.example/1';
  await quarantine(ground.pipeline, 'dedupe', {
    ...{ payload: { addressId: id }, code: 'UNEXPECTED', message, jobId: '1' },
  });
  const told = {
    fields: [{ field: 'title', before: 0.97, now: 0 }],
    isCollapse: true,
    pages: { before: id, after: id },
    diff: ['- main.story', '+ div.app'],
  };
  await updateGuard(db, publisherId, () => ({
    ...{ profile: {}, sample: null, told: { said: told, since: new Date() } },
  }));
  const [story = 0] = await addArticles(db, [
    { publisherId, title: 'الخبر <b>', images: [image('https://sahifa.example/1.jpg')] },
  ]);
  article = story;
  // As index leaves it.
  await sql`with gone as (delete from nashra.flight f using nashra.article it
      where f.address_id = it.address_id and it.id = ${story} returning f.address_id)
    update nashra.address set state = 'indexed', article_id = ${story} where id in (select address_id from gone)`.execute(
    db,
  );
  const act = { actor: 'test', reason: 'she asked for it' };
  await takeDownAll(db, { author: 'نورة <b>' }, act);
  // One host closes its door to all who come: its pages are invented in place.
  await sql`insert into nashra.address (key, address, host, publisher_id, kind, state, reason)
    select decode(md5('planted' || n), 'hex'), 'https://' || ${HOST}::text || '/' || n, ${HOST}, ${publisherId}::int, 'article',
      'dropped', 'http_403' from generate_series(1, ${PLANTED}::int) n`.execute(db);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await ground?.[Symbol.asyncDispose]();
});

/** Somebody who has logged in by the form, and what should not happen. */
async function logIn(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (it) => wrong.push(it.text()));
  page.on('pageerror', (it) => wrong.push(it.message));
  page.on('request', (it) => {
    if (!it.url().startsWith(ground.site)) wrong.push(it.url());
  });
  await page.goto(`${ground.site}/login`);
  await page.locator('input[name=user]').fill('operator');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('.login button').click();
  await page.locator('header nav').waitFor();
  return { page, wrong, [Symbol.asyncDispose]: () => context.close() };
}

const stepUntil = async (state: string, page: Page, outcome: 'indexed' | 'dropped') => {
  for (;;) {
    const stepped = await stepRun(ground.pipeline);
    // What the stages make of all that waits.
    await sql`with gone as (delete from nashra.flight returning address_id)
      update nashra.address set state = ${outcome}, reason = ${outcome === 'dropped' ? 'http_403' : null}
      where id in (select address_id from gone)`.execute(ground.db);
    if (stepped === 'idle') break;
  }
  // A page without scripts renews itself, and ends a reload that it comes upon: it is as new then.
  await page.reload().catch(() => undefined);
  await page.locator('main', { hasText: state }).waitFor();
};

it.each(TONGUES)(
  'every link of the console in %s leads to a page',
  async (_, __, tongue) => {
    const cookie = `${await ground.as('admin')}; nashra_ops_tongue=${tongue}`;
    const { visited, broken, faulty } = await crawl(ground.site, {
      most: 300,
      headers: { cookie, accept: 'text/html' },
      starts: ['/', `/stories?of=${article}`, '/nothing'],
      // Of others, no pages, or carried out by a service that is not here.
      not: /^\/(?:queues|live|api|address\/kept|sources\/add\?address)/,
    });
    expect(broken).toEqual(['404 /nothing from ']);
    expect(faulty).toEqual([]);
    expect(visited).toBeGreaterThan(20);
    expect(await (await ground.get('/', { cookie })).text()).toContain(`<html lang="${tongue}"`);
  },
  60_000,
);

describe.skipIf(!chromium)('in a browser', () => {
  it('a planted failure is named on the first page, and sent through again in three clicks, without scripts', async () => {
    await using visited = await logIn({ javaScriptEnabled: false });
    const { page, wrong } = visited;
    const concern = page.locator('.concerns tr', { hasText: HOST });
    expect(await concern.textContent()).toContain(`${PLANTED} failed like this`);
    await concern.locator('a').click();
    expect(await page.locator('main').textContent()).toContain(`${PLANTED} failures in 1 group`);
    await page.getByLabel('Why (for the audit)').fill('their firewall lets us in again');
    await page.getByRole('button', { name: `Do it to ${PLANTED}` }).click();
    await stepUntil('stopped by itself', page, 'dropped');
    expect(await page.locator('main').textContent()).toContain('the cause still stands');
    // The host opens: the same again, from the filter of the run.
    await page.locator('main a', { hasText: HOST }).click();
    await page.getByLabel('Why (for the audit)').fill('now really');
    await page.getByRole('button', { name: `Do it to ${PLANTED}` }).click();
    await stepUntil('done', page, 'indexed');
    expect(await page.locator('main').textContent()).toContain('phase 2 of 3');
    expect(await page.getByRole('button', { name: 'Take back' }).count()).toBe(1);
    await page.goto(`${ground.site}/audit`);
    expect(await page.locator('main').textContent()).toContain('now really');
    expect(wrong).toEqual([]);
  }, 120_000);

  it('renews itself by one stream, asks for nothing else, and leads to the login when its session ends', async () => {
    await using visited = await logIn();
    const { page, wrong } = visited;
    await page.goto(`${ground.site}/runs`);
    const asked: string[] = [];
    page.on('request', (it) => asked.push(new URL(it.url()).pathname));
    await page.locator('#live', { hasText: 'as of' }).waitFor();
    const order = { verb: 'discard', filter: 'host:nobody.example', most: 1 } as const;
    await askForRun(ground.db, order, { actor: 'test', reason: 'none of them' });
    await page.locator('main', { hasText: 'host:nobody.example' }).waitFor();
    expect(asked.filter((it) => it !== '/live')).toEqual([]);
    expect(wrong).toEqual([]);
    await sql`delete from nashra.ops_token`.execute(ground.db);
    await page.waitForURL(/\/login/);
  }, 60_000);

  it('a run is stopped by its button, and tells what had gone', async () => {
    await using visited = await logIn();
    const { page, wrong } = visited;
    await sql`insert into nashra.address (key, address, host, publisher_id, kind, state, reason)
      select decode(md5('stopped' || n), 'hex'), 'https://stopped.example/' || n, 'stopped.example', min(id), 'article',
        'dropped', 'http_403' from nashra.publisher, generate_series(1, 30) n where id > 0 group by n`.execute(
      ground.db,
    );
    const order = { verb: 'retry', filter: 'host:stopped.example' } as const;
    const id = await askForRun(ground.db, order, { actor: 'test', reason: 'they are back' });
    while ((await readRun(ground.db, id))?.sent !== 10) await stepRun(ground.pipeline);
    await page.goto(`${ground.site}/runs/${id}`);
    await page.getByRole('button', { name: 'Stop now' }).click();
    await page.locator('main', { hasText: 'asked to stop' }).waitFor();
    await stepRun(ground.pipeline, { id });
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    expect(await page.getByRole('button', { name: 'Stop now' }).count()).toBe(0);
    expect(await readRun(ground.db, id)).toMatchObject({ state: 'aborted', sent: 10 });
    expect(wrong).toEqual([]);
  }, 60_000);

  it('loses no click to a page that comes while the button is down, and is renewed after any other press', async () => {
    await using visited = await logIn();
    const { page, wrong } = visited;
    await page.addInitScript(BY_HAND);
    await page.goto(ground.site);
    const send = (text: string) => page.evaluate(`send('<main data-live>${text}</main>')`);
    const link = page.locator('main a').first();
    const href = (await link.getAttribute('href')) ?? '';
    await link.hover();
    await page.mouse.down();
    // Safari gives a link that is pressed no focus.
    await page.evaluate('document.activeElement.blur()');
    await send('renewed');
    expect(await link.count()).toBe(1);
    await page.mouse.up();
    await page.waitForURL(ground.site + href);

    await page.goto(ground.site);
    await page.locator('h1').hover();
    await page.mouse.down();
    await send('renewed');
    expect(await page.locator('main').textContent()).not.toContain('renewed');
    await page.mouse.up();
    await page.locator('main', { hasText: 'renewed' }).waitFor();
    await send('again');
    expect(await page.locator('main').textContent()).toContain('again');
    expect(wrong).toEqual([]);
  }, 60_000);

  it('shows a kept page that is an attack beside what is read of it, and nothing of it runs or is asked for', async () => {
    await using visited = await logIn();
    const { page } = visited;
    await using elsewhere = await startPublisher();
    const { origin, requests } = elsewhere;
    const ran: string[] = [];
    page.on('dialog', (it) => ran.push(it.message()));
    const attack = `<h1>Kept</h1><script>parent.document.title = alert(1)</script><img src="${origin}/x.png"
      onerror="alert(2)"><iframe src="${origin}/"></iframe><meta http-equiv="refresh" content="0;url=${origin}/">`;
    await using _carrying = keepCarrying(
      { db: ground.db, log: silentLogger },
      { apart: { 'page.read': async () => viewOfPage(attack) } },
    );
    await page.goto(`${ground.site}/address/kept?of=1`);
    await page.frameLocator('iframe').locator('h1', { hasText: 'Kept' }).waitFor();
    expect(await page.locator('main iframe').getAttribute('sandbox')).toBe('');
    expect([ran, requests]).toEqual([[], []]);
    // By itself it is as harmless.
    await page.goto(`${ground.site}/address/kept/source?of=1`);
    await page.locator('h1', { hasText: 'Kept' }).waitFor();
    expect([ran, requests]).toEqual([[], []]);
  }, 60_000);

  it.each(IN_TONGUES)(
    'axe finds nothing wrong in %s, on light ground and dark, and no console speaks',
    async (name, dir) => {
      await using visited = await logIn({ colorScheme: dir === 'rtl' ? 'dark' : 'light' });
      const { page, wrong } = visited;
      await page.getByRole('button', { name }).click();
      expect(await page.locator('html').getAttribute('dir')).toBe(dir);
      const paths = [
        ...['/', '/failures', '/runs', '/sources', '/audit', '/people'],
        ...['/source?of=https://sahifa.example/feed', '/address?of=https://sahifa.example/1'],
        ...['/addresses?reason=unexpected', '/nothing', '/guards', '/guards?of=sahifa', '/desk'],
        ...[`/stories?of=${article}`, `/address?of=${article}`, '/reread', '/sources/add'],
      ];
      const some = paths.filter((_, n) => isAll || n % 3 === 0);
      for (const path of ['/failures?filter=state:quarantined', ...some]) {
        await page.goto(ground.site + path);
        const found = await page.evaluate(AXE);
        expect([path, found]).toEqual([path, []]);
        expect(await page.locator('b:has-text("اليومية")').count()).toBe(0);
      }
      // What is not there says so.
      expect(wrong.filter((it) => !/status of 404/.test(it))).toEqual([]);
    },
    120_000,
  );

  it.runIf(isAll).each(IN_TONGUES)(
    'axe finds nothing wrong in %s in any page there is, with all that it can show',
    async (_, __, tongue) => {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const pages = hostilePages(['A lighthouse', 'A harbour'], tongue);
      for (const markup of pages.filter((it) => !it.includes('http-equiv="refresh"'))) {
        await page.setContent(markup, { waitUntil: 'load' });
        const title = await page.title();
        expect([title, await page.evaluate(AXE)]).toEqual([title, []]);
      }
      await context.close();
    },
    120_000,
  );

  it('nothing hostile runs in any page, even with its policy off', async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const ran: string[] = [];
    page.on('dialog', async (it) => {
      ran.push(it.message());
      await it.dismiss();
    });
    for (const markup of hostilePages(HOSTILE)) {
      await page.setContent(markup, { waitUntil: 'load' });
      const wrong = await page.$$eval(
        '*',
        (all) =>
          all.filter(
            (it) =>
              /^(?:img|object|embed|base)$/i.test(it.localName) ||
              // Ours may do nothing.
              (it.localName === 'iframe' && it.getAttribute('sandbox') !== '') ||
              it.getAttributeNames().some((name: string) => name.startsWith('on')) ||
              /^\s*javascript:/i.test(it.getAttribute('href') ?? ''),
          ).length,
      );
      expect(wrong).toBe(0);
      expect(await page.locator('script').count()).toBeLessThanOrEqual(1);
    }
    expect(ran).toEqual([]);
    await context.close();
  }, 60_000);

  it('a host and an address of any length leave the rest of a page where it is', async () => {
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
    await sql`insert into nashra.address (key, address, host, publisher_id, kind, state, reason)
      select decode(md5('long'), 'hex'), 'https://' || ${host}::text || '/' || repeat('%D8%AE', 600), ${host}, id, 'article',
        'dropped', 'http_500' from nashra.publisher where slug = 'sahifa'`.execute(ground.db);
    await using visited = await logIn({ viewport: { width: 1280, height: 800 } });
    const { page } = visited;
    await page.goto(`${ground.site}/failures`);
    const leaves = () =>
      page.$$eval(
        'main section',
        (all) => all.filter((it) => it.scrollWidth > it.clientWidth).length,
      );
    expect(await leaves()).toBe(0);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('tr', { hasText: host }).locator('a').last().click();
    await page.locator('h2 a').waitFor();
    expect(await leaves()).toBe(0);
    await sql`delete from nashra.address where host = ${host}`.execute(ground.db);
  });

  it('works on a phone, by keyboard from the first key', async () => {
    await using visited = await logIn({ viewport: { width: 360, height: 740 } });
    const { page } = visited;
    await page.goto(`${ground.site}/failures`);
    expect(await page.evaluate('document.body.scrollWidth')).toBeLessThanOrEqual(360);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  });
});
