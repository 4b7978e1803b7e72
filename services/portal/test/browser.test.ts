import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { removeArticle } from '@nashra/articles';
import { html, told } from '@nashra/site';
import { addPublisher, findBrowser, openBrowser, soonest } from '@nashra/testkit';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersAt, orderOf, type SeenLine } from './bidi-order.ts';
import { type Ground, openGround } from './ground.ts';
import { MIXED_TEXTS, MIXED_TITLES } from './mixed-titles.ts';
import { readModelPage } from './model-page.ts';
import { tell } from './tell.ts';

const chromium = findBrowser();
const model = readModelPage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** With scroll bars that lie above the page, as phones have them. */
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const IN_PAGE = join(import.meta.dirname, 'in-page.js');

let browser: Browser;
let ground: Ground;
let model_: number;
let revised: number;
let taken: number;

beforeAll(async () => {
  if (!chromium) return;
  [browser, ground] = await Promise.all([openBrowser(chromium), openGround()]);
  const { db } = ground;
  const name = model?.source ?? 'أخبارنا';
  const publisherId = await addPublisher(db, {
    slug: 'akhbarona',
    name: 'Akhbarona',
    name_native: name,
    country: 'MA',
  });
  const other = await addPublisher(db, { slug: 'matin', name: 'Le Matin', language: 'fr' });
  for (const [at, { text: title, language }] of MIXED_TITLES.entries())
    await tell(db, {
      publisherId: other,
      title,
      language,
      publishedAt: new Date(Date.UTC(2014, 0, 1, 0, at)).toISOString(),
    });
  const images = [
    {
      address: 'http://127.0.0.1:1/x.jpg',
      isLead: true,
      caption: 'تعليق',
      credit: null,
      alt: 'منظر',
    },
  ];
  revised = await tell(db, {
    publisherId,
    storyId: 9,
    section: 'مجتمع',
    authors: ['سلمى'],
    summary: 'موجز',
    publishedAt: '2016-01-02T10:00:00Z',
    images,
  });
  await tell(db, {
    publisherId,
    images,
    revises: revised,
    title: 'عنوان آخر لهذا المقال',
    body: 'نص آخر',
  });
  await tell(db, {
    publisherId: other,
    storyId: 9,
    title: 'Le même sujet, en français',
    language: 'fr',
    publishedAt: '2016-01-02T11:00:00Z',
  });
  taken = await tell(db, { publisherId, publishedAt: '2016-01-03T10:00:00Z' });
  await db.transaction().execute((tx) => removeArticle(tx, { actor: 'test' }, taken));
  const body = model?.body ?? ['نص المقال.'];
  model_ = await tell(db, {
    publisherId,
    title: model?.title ?? 'عنوان المقال',
    publishedAt: `${model?.date ?? '2016-04-26'}T00:00:00+01:00`,
    publishedPrecision: 'day',
    body: body.join('\n\n'),
    html: body.map((it) => html`<p dir="auto">${it}</p>\n`.text).join(''),
  });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await ground?.[Symbol.asyncDispose]();
});

/** A page that notes what should not happen; the way to it is that of a reader. */
async function visit(path: string, options: BrowserContextOptions = {}, isStill = false) {
  const context = await browser.newContext({ locale: 'ar', ...options });
  await context.addInitScript({ path: IN_PAGE });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (it) => wrong.push(it.text()));
  page.on('pageerror', (it) => wrong.push(it.message));
  page.on('request', (it) => {
    if (!it.url().startsWith(ground.site)) wrong.push(it.url());
  });
  // What was told a moment ago comes in as news: it is looked at where that is meant.
  if (isStill)
    await context.route('**/events', (it) =>
      it.fulfill({ contentType: 'text/event-stream', body: ':\n\n' }),
    );
  await page.goto(ground.site + path);
  return { page, wrong, [Symbol.asyncDispose]: () => context.close() };
}

const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (found) => found.map((it) => it.textContent?.trim() ?? ''));

describe.skipIf(!chromium)('in a browser', () => {
  it.skipIf(!model)('the model page has exactly its title, line, paragraphs and link', async () => {
    await using visited = await visit(`/akhbarona/${model_}`);
    const { page, wrong } = visited;
    expect(await texts(page, 'h1')).toEqual([model?.title]);
    expect(await texts(page, '.line')).toEqual([`نشر في ${model?.source} يوم 26 - 04 - 2016`]);
    expect(await texts(page, '.body p')).toEqual(model?.body);
    expect(await texts(page, '.source a')).toEqual(['انقر هنا لقراءة الخبر من مصدره.']);
    expect(await texts(page, 'article p:not(.body p)')).toHaveLength(2);
    expect(wrong).toEqual([]);
  });

  /** Every kind of page there is but home and article. */
  const kinds = () => {
    const article = `/akhbarona/${revised}`;
    return [
      ['/akhbarona', '/country/ma', '/search?q=x', `${article}/revisions`],
      ['/publishers', `/section/${encodeURIComponent('مجتمع')}`, '/settings', '/nothing/here'],
      ['/sections', `/author/${encodeURIComponent('سلمى')}`, '/day/2016-01-02', '/month/2016-01'],
      ['/archive', '/about', `${article}/revisions/2`, `/akhbarona/${taken}`],
      [`/search?q=${encodeURIComponent('المجلس')}`],
    ].flat();
  };
  const isEvery = process.env['EVERY_PAGE'] === '1';

  it.each([
    ['', 0],
    ['/fr', 1],
    ['/en', 2],
  ])(
    'axe finds nothing wrong under «%s», nothing is asked elsewhere, and nothing moves',
    async (tongue, at) => {
      const article = `/akhbarona/${revised}`;
      // Of the others each language has its share where nobody asks for all (EVERY_PAGE=1), and Arabic on a dark ground: what differs is the words.
      const others = kinds().filter((_, n) => isEvery || n % 3 === at);
      const looks: [BrowserContextOptions, readonly string[]][] = [
        [{ colorScheme: 'dark' }, ['/']],
        [{}, [article, ...others]],
      ];
      const dear = ['/', article, '/settings', `${article}/revisions/2`];
      if (isEvery) looks.push([{ colorScheme: 'dark' }, dear], [PHONE, dear]);
      for (const [options, [first = '', ...more]] of looks) {
        await using visited = await visit(tongue + first, options, true);
        const { page, wrong } = visited;
        for (const path of [first, ...more]) {
          if (path !== first) await page.goto(ground.site + tongue + path);
          const found = await page.evaluate(
            `${axe}; axe.run().then(({ violations }) => violations.map((it) => it.id + ': ' + it.nodes.map((node) => node.html).join(' ')))`,
          );
          expect([path, found]).toEqual([path, []]);
          const shift = await page.evaluate('layoutShift()');
          // Less than anybody sees; a machine under load settles a scroll bar late.
          expect(shift, path).toBeLessThan(0.005);
        }
        // The image of the sample lies nowhere, and pages that are not there say so.
        expect(wrong.filter((it) => !/status of (?:404|410|503)/.test(it))).toEqual([]);
      }
    },
    isEvery ? 400_000 : 120_000,
  );

  it.skipIf(!model)('the strip shows the 52 headlines of the model page, each once', async () => {
    await using own = await openGround();
    const publisherId = await addPublisher(own.db);
    for (const title of model?.headlines ?? []) await tell(own.db, { publisherId, title });
    const page = await browser.newPage();
    await page.goto(own.site);
    const shown = await texts(page, '#strip a');
    expect(model?.headlines).toHaveLength(53);
    expect(shown).toHaveLength(52);
    for (const title of shown) expect(model?.headlines).toContain(title);
    await page.close();
  });

  it('titles of mixed direction stand as they are read', async () => {
    await using visited = await visit('/matin');
    const { page } = visited;
    const seen: Record<string, string[]> = {};
    for (let more: string | null = '/matin'; more; ) {
      await page.goto(ground.site + more);
      Object.assign(seen, (await page.evaluate('wordsAsSeen()')) as object);
      more = await page.evaluate('nextPage()');
    }
    for (const it of MIXED_TITLES) expect([it.text, seen[it.text]]).toEqual([it.text, it.seen]);
    expect(MIXED_TITLES.length).toBeGreaterThanOrEqual(60);
  });

  it('every glyph of titles and paragraphs of mixed direction stands where Unicode has it', async () => {
    const texts = [
      ...MIXED_TITLES.map(({ language, text }) => [language, text] as const),
      ...MIXED_TEXTS,
    ];
    const main = texts
      .map(([language, text]) => html`<p>${told(text, language)}</p>`.text)
      .join('');
    await using visited = await visit('/about', { viewport: { width: 420, height: 800 } });
    const { page } = visited;
    await page.evaluate((markup) => {
      (
        globalThis as never as { document: { querySelector(of: string): { innerHTML: string } } }
      ).document.querySelector('main').innerHTML = markup;
    }, main);
    const seen = (await page.evaluate("glyphsAsSeen('main bdi')")) as {
      readonly text: string;
      readonly lines: readonly SeenLine[];
    }[];
    expect(seen).toHaveLength(texts.length);
    let lines = 0;
    for (const [at, { text, lines: own }] of seen.entries()) {
      const direction = texts[at]?.[0] === 'ar' ? 'rtl' : 'ltr';
      for (const line of own) {
        lines += 1;
        expect([text, lettersAt(text, line.order)]).toEqual([text, orderOf(text, direction, line)]);
      }
    }
    // Paragraphs fill several.
    expect(lines).toBeGreaterThan(texts.length + 10);
  });

  it('works on a phone, without scripts and with motion reduced; the strip can be held', async () => {
    const phone = { viewport: { width: 360, height: 740 } };
    await using small = await visit(`/akhbarona/${model_}`, { ...phone, javaScriptEnabled: false });
    expect(await small.page.evaluate('document.body.scrollWidth')).toBeLessThanOrEqual(360);
    const motion = () => small.page.evaluate("styleOf('#strip').animationPlayState");
    expect(await motion()).toBe('running');
    await small.page.locator('label[for=still]').click();
    await small.page.mouse.move(10, 700);
    expect(await motion()).toBe('paused');
    await using still = await visit('/', { reducedMotion: 'reduce', ...phone });
    expect(await still.page.evaluate("styleOf('#strip').animationName")).toBe('none');
    await still.page.locator('#strip a').last().focus();
    const box = await still.page.locator('#strip a').last().boundingBox();
    expect(box && box.x > -1 && box.x < 360).toBe(true);
  });

  it('is printed dark on white, without what only a screen has, by who reads on dark ground too', async () => {
    await using visited = await visit(`/akhbarona/${revised}`, { colorScheme: 'dark' });
    const { page } = visited;
    const soft = () =>
      page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--soft')");
    expect(await soft()).toBe('#b0a79e');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await soft()).toBe('#625b55');
    expect(await page.locator('header nav').isVisible()).toBe(false);
    expect(await page.locator('.strip').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  it('an image is reported without scripts, and only then is there a cookie', async () => {
    await using visited = await visit(`/akhbarona/${revised}`, { javaScriptEnabled: false });
    const { page } = visited;
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('button', { name: 'الإبلاغ عن هذه الصورة' }).click();
    expect(await page.locator('[role=status]').textContent()).toBe(
      'شكرا على الإبلاغ! سيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.',
    );
    expect(await page.context().cookies()).toHaveLength(1);
  });

  it('an open home shows a new article by itself, within two seconds', async () => {
    await using visited = await visit('/');
    await visited.page.waitForLoadState();
    const publisherId = await addPublisher(ground.db, { slug: 'late', name: 'Late' });
    let told = 0;
    const untilSeen = async () => {
      told += 1;
      const title = `خبر وصل للتو إلى غرفة الأخبار ${told}`;
      await tell(ground.db, { publisherId, title, publishedAt: new Date().toISOString() });
      const at = performance.now();
      await visited.page.locator('.cards', { hasText: title }).waitFor();
      await visited.page.locator('#strip', { hasText: title }).waitFor();
      return performance.now() - at;
    };
    expect(await soonest(untilSeen, 2_000)).toBeLessThan(2_000);
  });

  it('gives an image on a phone a frame as high as its width asks for, and breaks no word of a table', async () => {
    await using visited = await visit(`/akhbarona/${revised}`, PHONE, true);
    const { page } = visited;
    const frame = await page.locator('.shot img').first().boundingBox();
    expect((frame?.width ?? 0) / (frame?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    const body = page.locator('.body');
    const cells = '<td>Colonne longue</td>'.repeat(12);
    await body.evaluate((it, table) => {
      it.innerHTML = table;
    }, `<table><tr>${cells}</tr></table>`);
    // Two lines, and their frame.
    expect((await body.boundingBox())?.height).toBeLessThan(120);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
  });

  it('an article page is at most 40 KB over the wire', async () => {
    const answer = await fetch(`${ground.site}/akhbarona/${model_}`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(answer.headers.get('content-encoding')).toBe('br');
    await using visited = await visit(`/akhbarona/${model_}`);
    expect(await visited.page.evaluate('bytesOverWire()')).toBeLessThan(40 * 1_024);
  });
});
