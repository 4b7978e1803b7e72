import { startNewsroom } from '@nashra/newsroom';
import { freePort, loadService } from '@nashra/stack';
import { addFeed, addPublisher, findBrowser, openBrowser, soonest, waitFor } from '@nashra/testkit';
import { type RawBuilder, sql } from 'kysely';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

const chromium = findBrowser();
const HIDE_AFTER = 3;
/** The next story is of one of these papers, and the eighth after one to which another of them gives a new title then. */
const NEWEST = 40 * 700_001 + 19 + 7;
const PAPERS = ['addifaf', 'almadar', 'sada-assahel', 'alqawafil'];

const open = new AsyncDisposableStack();
let newsroom: Awaited<ReturnType<typeof startNewsroom>>;
let pipeline: Pipeline;
let browser: Browser;
let site: string;

beforeAll(async () => {
  if (!chromium) return;
  newsroom = await startNewsroom({ everyMs: 0, newest: NEWEST, slowMs: 50 });
  open.defer(() => newsroom.stop());
  const env = { FETCH_ALLOW_PRIVATE: newsroom.addresses.join(), REVISIT_AFTER_MS: '0' };
  pipeline = open.use(await openPipeline(env));
  const port = await freePort();
  const createPortal = await loadService('portal');
  open.use(
    await createPortal({
      DATABASE_URL: pipeline.database,
      REDIS_URL: pipeline.redis.url,
      NASHRA_PREFIX: pipeline.redis.prefix,
      NASHRA_DATA: pipeline.blobs,
      PORTAL_PORT: String(port),
      PORTAL_TRUST_PROXY: 'true',
      PORTAL_HIDE_AFTER: String(HIDE_AFTER),
      HOST_INTERVAL_MS: '20',
      LOG_LEVEL: 'error',
      ...env,
    }),
  );
  site = `http://127.0.0.1:${port}`;
  const { db } = pipeline;
  for (const {
    slug,
    name,
    nameNative,
    language,
    country,
    timeZone,
    feeds,
  } of newsroom.publishers) {
    if (!PAPERS.includes(slug)) continue;
    const names = { slug, name, name_native: nameNative ?? null };
    const id = await addPublisher(db, { ...names, language, country, time_zone: timeZone });
    for (const { address } of feeds) await addFeed(db, address, id, { interval_seconds: 3_600 });
  }
  await pipeline.startAll();
  browser = await openBrowser(chromium);
  open.defer(() => browser.close());
  await pipeline.settled(120_000);
}, 240_000);
afterAll(() => open.disposeAsync());

/** A reader of their own, at an address of their own, who notes what pages say to the console and ask elsewhere. */
async function reader(options: BrowserContextOptions & { readonly from?: string } = {}) {
  const { from = '198.51.100.1', ...more } = options;
  const context = await browser.newContext({
    locale: 'ar',
    extraHTTPHeaders: { 'x-forwarded-for': from },
    ...more,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (it) => wrong.push(it.text()));
  page.on('pageerror', (it) => wrong.push(it.message));
  page.on('request', (it) => {
    if (!it.url().startsWith(site)) wrong.push(it.url());
  });
  return { page, wrong, context, [Symbol.asyncDispose]: () => context.close() };
}

const rows = async <Row>(query: RawBuilder<unknown>) =>
  (await query.execute(pipeline.db)).rows as readonly Row[];

/** The newsroom goes on by a story, and every feed is asked at once. */
async function publish(): Promise<void> {
  newsroom.publishNow();
  await sql`update nashra.feed set next_poll_at = now()`.execute(pipeline.db);
}

describe.skipIf(!chromium)('the site of a newsroom that runs', () => {
  it('leads from the strip to an article, and from there to its source', async () => {
    await using visit = await reader();
    const { page, wrong } = visit;
    await page.goto(site);
    expect(await page.locator('#strip a').count()).toBeGreaterThan(40);
    const link = page.locator('.cards h2 a').first();
    const title = await link.textContent();
    await link.click();
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.locator('.published').textContent()).toMatch(
      /^نشر في .+ يوم \d\d - \d\d - \d{4} على الساعة \d\d:\d\d$/,
    );
    expect(await page.locator('.body p').count()).toBeGreaterThan(2);
    const source = page.locator('.source a');
    expect(newsroom.addresses).toContain(new URL((await source.getAttribute('href')) ?? '').host);
    expect(await source.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(wrong).toEqual([]);
  });

  it('finds an article by Arabic words in another form, on a phone in the dark', async () => {
    await using visit = await reader({
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    const { page, wrong } = visit;
    await page.goto(site);
    await page.locator('header input[name=q]').fill('المدرسة');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search**');
    expect(await page.locator('.card mark').count()).toBeGreaterThan(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    const red = Number(/\d+/.exec(String(ground))?.[0] ?? 255);
    expect(red).toBeLessThan(60);
    expect(wrong).toEqual([]);
  });

  it('hides an image that several people report, and none that one person reports again and again', async () => {
    const [wanted, kept] = await rows<{ id: number; path: string }>(sql`
      select i.id, '/' || p.slug || '/' || i.article_id as path from reader.images i
      join reader.articles a on a.id = i.article_id join reader.publishers p on p.id = a.publisher_id
      order by i.id limit 2`);
    if (!wanted || !kept) throw new Error('the newsroom has no images');
    const report = async ({ id }: { readonly id: number }, from: string) => {
      const headers = { origin: site, 'x-forwarded-for': from };
      const answer = await fetch(`${site}/report/${id}`, { method: 'POST', headers });
      expect(answer.status).toBe(200);
    };
    const imagesOf = async ({ path }: { readonly path: string }) =>
      (await (await fetch(site + path)).text()).match(/<img /g)?.length ?? 0;
    for (let n = 0; n <= HIDE_AFTER; n += 1) await report(kept, '203.0.113.9');
    for (let n = 1; n < HIDE_AFTER; n += 1) await report(wanted, `203.0.${n}.1`);
    expect([await imagesOf(wanted), await imagesOf(kept)]).toEqual([1, 1]);
    await using last = await reader({ from: `203.0.${HIDE_AFTER}.1`, javaScriptEnabled: false });
    const { page } = last;
    await page.goto(site + wanted.path, { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'الإبلاغ عن هذه الصورة' }).click();
    expect(await page.locator('[role=status]').textContent()).toBe(
      'شكرا على الإبلاغ! سيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.',
    );
    expect([await imagesOf(wanted), await imagesOf(kept)]).toEqual([0, 1]);
  });

  it('shows a new article on an open home and in a fresh load within two seconds of its row, and what was changed, word by word, at the same address', async () => {
    await using visit = await reader();
    const { page, wrong } = visit;
    await page.goto(site);
    await page.waitForLoadState('load');
    /** Until the next new article is seen on both, counted from its row. */
    const untilSeen = async () => {
      const [before] = await rows<{ id: number }>(sql`select max(id) as id from reader.articles`);
      await publish();
      const fresh = await waitFor(
        async () =>
          (
            await rows<{ id: number }>(
              sql`select id from reader.articles where id > ${before?.id} limit 1`,
            )
          )[0]?.id,
        { everyMs: 20, what: 'a new article' },
      );
      const at = performance.now();
      const opened = page.locator(`main a[href$="/${fresh}"]`).first().waitFor();
      const loaded = waitFor(
        async () => (await (await fetch(site)).text()).includes(`/${fresh}"`),
        { everyMs: 20, what: 'it in a fresh load' },
      );
      await Promise.all([opened, loaded]);
      return performance.now() - at;
    };
    expect(await soonest(untilSeen, 2_000)).toBeLessThan(2_000);
    expect(wrong).toEqual([]);

    const path = await waitFor(
      async () =>
        (
          await rows<{
            path: string;
          }>(sql`select '/' || p.slug || '/' || a.id as path from reader.articles a
          join reader.publishers p on p.id = a.publisher_id where a.revision > 1 limit 1`)
        )[0]?.path,
      { what: 'a new title' },
    );
    await waitFor(async () => (await (await fetch(site + path)).text()).includes('عُدّل'));
    await page.goto(site + path);
    await page.getByRole('link', { name: 'عُدّل' }).click();
    await page.locator('.cards a').first().click();
    expect(await page.locator('h2.diff ins').count()).toBeGreaterThan(0);
  });
});
