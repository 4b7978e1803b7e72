import { removeArticle } from '@nashra/articles';
import { addPublisher, crawl, waitFor } from '@nashra/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround, textOf } from './ground.ts';
import { tell } from './tell.ts';

let ground: Ground;
let akhbar: number;
let matin: number;
let article: number;
let copy: number;

beforeAll(async () => {
  ground = await openGround({ PORTAL_CONTACT: 'desk@news.example' });
  const { db } = ground;
  akhbar = await addPublisher(db, {
    slug: 'akhbar',
    name: 'Akhbar',
    name_native: 'أخبار <الدار>',
    country: 'MA',
    homepage: 'https://akhbar.example/',
  });
  matin = await addPublisher(db, { slug: 'matin', name: 'Le Matin & Cie', country: 'TN' });
  article = await tell(db, {
    publisherId: akhbar,
    title: 'OCP يستثمر في «الأمونياك» <script>',
    address: 'https://akhbar.example/1?a=1&b=2',
    authors: ['سلمى الإدريسي'],
    section: 'اقتصاد / مال',
    publishedAt: '2026-01-15T00:00:00+01:00',
    publishedPrecision: 'day',
    storyId: 500,
  });
  copy = await tell(db, {
    publisherId: matin,
    title: 'L’OCP investit',
    language: 'fr',
    publishedAt: '2026-01-15T11:05:00Z',
    storyId: 500,
  });
});
afterAll(() => ground?.[Symbol.asyncDispose]());

const main = async (path: string) =>
  /<main[^>]*>([\s\S]*)<\/main>/.exec(await ground.page(path))?.[1] ?? '';

describe('the home page', () => {
  it('puts what several tell now before what is latest, each story once', async () => {
    const publishedAt = new Date(Date.now() - 60_000).toISOString();
    const shared = { storyId: 501, publishedAt };
    const title = 'زلزال خفيف يشعر به سكان ثلاث مدن';
    await tell(ground.db, { publisherId: akhbar, title, ...shared });
    await tell(ground.db, {
      publisherId: matin,
      title: 'Légère secousse',
      language: 'fr',
      ...shared,
    });
    await tell(ground.db, { publisherId: matin, title: 'Un seul le raconte', language: 'fr' });
    await waitFor(async () => (await main('/')).includes('Un seul le raconte'));
    const page = await main('/');
    const above = /<section class="prominent"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
    expect(textOf(above)).toContain('الأبرز الآن');
    expect(above).toContain(title);
    expect(above).not.toContain('Un seul le raconte');
    expect(page.replace(above, '')).not.toContain(title);
  });
});

describe('the ways in', () => {
  it('lead from home to the editions of countries and to sections', async () => {
    const home = await main('/');
    const ways = [...home.matchAll(/<nav class="ways"[\s\S]*?<\/nav>/g)].map(([it]) => textOf(it));
    expect(ways).toEqual([
      expect.stringContaining('المغرب'),
      expect.stringContaining('اقتصاد / مال'),
    ]);
    expect(home).toContain('href="/country/tn"');
    expect(await main('/akhbar')).not.toContain('class="ways"');
  });

  it('have of an edition each story once', async () => {
    const shared = { storyId: 502, publishedAt: '2026-02-01T10:00:00Z', publisherId: akhbar };
    await tell(ground.db, { ...shared, title: 'أول ما قيل عن الحدث' });
    await tell(ground.db, {
      ...shared,
      title: 'آخر ما قيل عن الحدث',
      publishedAt: '2026-02-01T11:00:00Z',
    });
    await waitFor(async () => (await main('/country/ma')).includes('آخر ما قيل'));
    expect(await main('/country/ma')).not.toContain('أول ما قيل');
    // Asked for before, so as it was for a while.
    await waitFor(async () => (await main('/akhbar')).includes('أول ما قيل'));
  });
});

describe('the page about the site', () => {
  it('says who its robot is, how to keep it away, and where to ask for removal', async () => {
    const page = textOf(await main('/fr/about'));
    expect(page).toContain('Nashra/0.1');
    expect(page).toContain('User-agent: Nashra Disallow: /');
    expect(await main('/fr/about')).toContain('href="mailto:desk@news.example"');
  });
});

describe('the article page', () => {
  it('has title, publisher and day as they are, escaped, and the way to the source', async () => {
    const page = await main(`/akhbar/${article}`);
    expect(textOf(/<h1[\s\S]*?<\/h1>/.exec(page)?.[0] ?? '')).toBe(
      'OCP يستثمر في «الأمونياك» <script>',
    );
    expect(page).toMatch(/<h1 lang="ar" dir="rtl">/);
    expect(textOf(/<span class="published">[\s\S]*?<\/span>/.exec(page)?.[0] ?? '')).toBe(
      'نشر في أخبار <الدار> يوم 15 - 01 - 2026',
    );
    expect(page).not.toContain('<script>');
    expect(page).toMatch(
      /href="https:\/\/akhbar\.example\/1\?a=1&#38;b=2#?\d*" rel="noopener nofollow external"/,
    );
    expect(textOf(page)).toContain('انقر هنا لقراءة الخبر من مصدره.');
  });

  it('has the time where it is known, and speaks the language that was asked for', async () => {
    expect(textOf(await main(`/matin/${copy}`))).toContain(
      'نشر في Le Matin & Cie يوم 15 - 01 - 2026 على الساعة 12:05',
    );
    expect(textOf(await main(`/fr/matin/${copy}`))).toContain(
      'Publié dans Le Matin & Cie le 15/01/2026 à 12:05',
    );
    expect(textOf(await main(`/en/akhbar/${article}`))).toContain(
      'Published in Akhbar on 15/01/2026',
    );
  });

  it('shows two publishers’ hours by one clock in lists, and by its publisher’s in an article’s line', async () => {
    const { db } = ground;
    const far = { slug: 'khaleej', name: 'Khaleej', time_zone: 'Asia/Dubai' };
    const khaleej = await addPublisher(db, far);
    const told = { storyId: 502, section: 'ساعات', publishedAt: '2026-01-15T22:26:00Z' };
    const here = await tell(db, { publisherId: akhbar, ...told });
    const there = await tell(db, { publisherId: khaleej, ...told });
    const dated = {
      ...told,
      publishedAt: '2026-01-15T20:00:00Z',
      publishedPrecision: 'day',
    } as const;
    await tell(db, { publisherId: khaleej, ...dated, storyId: 503 });
    await waitFor(async () => (await main(`/khaleej/${there}`)).includes(`/akhbar/${here}`));
    const list = textOf(await main('/section/ساعات'));
    expect(list.match(/\d\d - \d\d - \d{4}(?: على الساعة \d\d:\d\d)?/g)).toEqual([
      '15 - 01 - 2026 على الساعة 23:26',
      '15 - 01 - 2026 على الساعة 23:26',
      // Of a day alone, that of its publisher.
      '16 - 01 - 2026',
    ]);
    const page = textOf(await main(`/khaleej/${there}`));
    expect(page).toContain('يوم 16 - 01 - 2026 على الساعة 02:26 (UTC+4)');
    expect(page.match(/15 - 01 - 2026 على الساعة 23:26/g)).toHaveLength(2);
    expect(textOf(await main(`/akhbar/${here}`))).not.toContain('UTC');
  });

  it('tells the other versions of its story', async () => {
    const page = await main(`/akhbar/${article}`);
    expect(page).toContain(`href="/matin/${copy}"`);
    expect(page).toContain('dir="ltr">L’OCP investit');
  });

  it('keeps its address for good: another publisher’s name leads to the right one', async () => {
    const answer = await ground.get(`/fr/matin/${article}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/fr/akhbar/${article}`]);
  });

  it('shows what a revision changed, word by word', async () => {
    const { db } = ground;
    const id = await tell(db, { publisherId: akhbar, title: 'قديم', body: 'ثلاثة جرحى في حادث' });
    await tell(db, { publisherId: akhbar, revises: id, title: 'جديد', body: 'أربعة جرحى في حادث' });
    await waitFor(async () => (await main(`/akhbar/${id}`)).includes('عُدّل'));
    expect(await main(`/akhbar/${id}/revisions`)).toContain(`href="/akhbar/${id}/revisions/2"`);
    const diff = await main(`/akhbar/${id}/revisions/2`);
    expect(diff).toContain(
      '<del data-said="حذف">ثلاثة </del><ins data-said="أضيف">أربعة </ins>جرحى في حادث',
    );
    expect(diff).toContain('<del data-said="حذف">قديم</del><ins data-said="أضيف">جديد</ins>');
  });

  it('says of an article that was taken down that it is gone, on every exit', async () => {
    const { db } = ground;
    const title = 'خبر سيحذف بعد قليل من كل الصفحات';
    const image = {
      address: 'https://akhbar.example/x.jpg',
      isLead: true,
      caption: null,
      credit: null,
      alt: null,
    };
    const facts = { title, section: 'محذوف', authors: ['محمد المحذوف'], images: [image] };
    const id = await tell(db, { publisherId: akhbar, ...facts });
    await tell(db, { publisherId: akhbar, revises: id, ...facts, body: 'نص آخر للخبر' });
    const shelves = [
      '',
      '/akhbar',
      '/section/محذوف',
      '/author/محمد المحذوف',
      '/country/ma',
      '/day/2026-03-01',
      '/month/2026-03',
    ];
    const lists = ['/', ...shelves.slice(1, -1)];
    const feeds = shelves.flatMap((it) =>
      ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${it}/${file}`),
    );
    const api = [
      'headlines',
      'articles',
      'articles?publisher=akhbar',
      'articles?author=محمد المحذوف',
      'search?q=سيحذف',
    ];
    const exits = [
      ...lists.flatMap((it) => [it, `/fr${it}`, `/en${it}`]),
      ...feeds,
      ...api.map((it) => `/api/v1/${it}`),
      '/search?q=سيحذف',
      '/strip',
      '/sitemap/2026-03-01.xml',
    ];
    const own = [
      `/akhbar/${id}`,
      `/akhbar/${id}/revisions`,
      `/akhbar/${id}/revisions/1`,
      `/akhbar/${id}/revisions/2`,
    ].flatMap((it) => [it, `/fr${it}`]);
    const ownApi = ['', '/revisions', '/revisions/1'].map((it) => `/api/v1/articles/${id}${it}`);
    const says = async (path: string) => {
      const text = await ground.page(path);
      return text.includes(title) || text.includes(`/${id}`);
    };
    await waitFor(async () => (await says('/')) && (await main(`/akhbar/${id}`)).includes('عُدّل'));
    for (const path of exits) expect([path, await says(path)]).toEqual([path, true]);
    for (const path of [...own, ...ownApi])
      expect([path, (await ground.get(path)).status]).toEqual([path, 200]);
    const [, src = ''] = /<img src="([^"]+)"/.exec(await ground.page(`/akhbar/${id}`)) ?? [];
    expect((await ground.get(src)).status).toBe(503);

    const events = await ground.get('/events');
    const heard = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    await db.transaction().execute((tx) => removeArticle(tx, { actor: 'test' }, id));
    let news = '';
    while (!news.includes('event: news')) news += (await heard?.read())?.value ?? '';
    await heard?.cancel();
    expect(news).not.toContain(String(id));
    await waitFor(async () => (await ground.get(`/akhbar/${id}`)).status === 410);
    expect(textOf(await main(`/akhbar/${id}`))).toContain('حُذف هذا المقال');
    for (const path of exits) expect([path, await says(path)]).toEqual([path, false]);
    for (const path of [...own, ...ownApi]) {
      const answer = await ground.get(path);
      expect([path, answer.status, (await answer.text()).includes(title)]).toEqual([
        path,
        410,
        false,
      ]);
    }
    expect((await ground.get(src)).status).toBe(404);
  });
});

describe('the listings', () => {
  it.each([
    ['/', 'آخر الأخبار'],
    ['/akhbar', 'أخبار <الدار>'],
    ['/section/اقتصاد %2F مال', 'قسم: اقتصاد / مال'],
    ['/author/سلمى الإدريسي', 'الكاتب: سلمى الإدريسي'],
    ['/country/ma', 'طبعة: المغرب'],
    ['/day/2026-01-15', 'الخميس'],
  ])('%s is a page of the articles there', async (path, title) => {
    const page = await main(path);
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(page)?.[0] ?? '')).toContain(title);
    expect(page).toMatch(/<li class="card">/);
  });

  it('goes on page by page to the first article, each once', async () => {
    const { db } = ground;
    const many = await addPublisher(db, { slug: 'many', name: 'Many' });
    for (let n = 0; n < 60; n += 1)
      await tell(db, {
        publisherId: many,
        title: `خبر من الأخبار الكثيرة رقم ${n}`,
        publishedAt: new Date(Date.UTC(2025, 0, 1, n)).toISOString(),
      });
    const seen: string[] = [];
    let path: string | undefined = '/many';
    for (let pages = 0; path && pages < 10; pages += 1) {
      const page: string = await main(path);
      seen.push(...[...page.matchAll(/<h2><a href="\/many\/(\d+)"/g)].map((it) => it[1] ?? ''));
      path = /rel="next" href="([^"]+)"/.exec(page)?.[1];
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  });

  it.each([
    '/publishers',
    '/sections',
    '/archive',
    '/month/2026-03',
    '/about',
    '/fr',
    '/en/publishers',
  ])('%s is there', async (path) => {
    expect((await ground.get(path)).status).toBe(200);
  });

  it('says where nothing is, as a page', async () => {
    expect(textOf(await main('/section/لا أحد'))).toContain('لا توجد أخبار هنا بعد.');
    expect(await (await ground.get('/section/nobody')).text()).toContain('content="noindex');
    for (const path of ['/day/2026-02-30', '/country/zz'])
      expect((await ground.get(path)).status).toBe(404);
    const answer = await ground.get('/fr/nobody');
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining('Page introuvable'),
    ]);
    for (const path of [
      '/akhbar/1',
      '/akhbar/99999999999999999999',
      '/day/2026-99-99',
      '/%zz',
      '/month/1999-01',
      '/akhbar/x',
    ])
      expect([path, (await ground.get(path)).status >= 400]).toEqual([path, true]);
    expect((await ground.get('/?after=nonsense')).status).toBe(400);
  });
});

it('leads nowhere in vain: every link of the site is there, and every page is a page', async () => {
  const starts = ['/', '/fr', '/en', '/robots.txt', '/sitemap.xml'];
  const { visited, broken, faulty } = await crawl(ground.site, { most: 900, starts });
  expect(broken).toEqual([]);
  expect(faulty).toEqual([]);
  expect(visited).toBeGreaterThan(100);
}, 60_000);

describe('every page', () => {
  it('has the strip of the latest headlines, one per story, and is asked for nothing elsewhere', async () => {
    for (const path of ['/', `/akhbar/${article}`, '/archive', '/nothing-here']) {
      const answer = await ground.get(path);
      const page = await answer.text();
      const strip = /<ul id="strip"[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '';
      expect(strip.match(/<li>/g)?.length).toBe(55);
      expect(answer.headers.get('set-cookie')).toBeNull();
      const { 'content-security-policy': policy = '' } = Object.fromEntries(answer.headers);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(page).not.toMatch(
        /<(?:img|script|link)[^>]*(?:src|rel="(?:stylesheet|icon)" href)="(?:https?:)?\/\//,
      );
      expect(page).not.toMatch(/ (?:style|on\w+)="/);
    }
  });

  it('is sent once: who has it hears so, and it is packed', async () => {
    const answer = await ground.get('/archive', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    const etag = answer.headers.get('etag') ?? '';
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await ground.get('/archive', { 'if-none-match': known });
      expect([known, again.status]).toEqual([known, 304]);
      // All that a cache brings its copy up to date by (RFC 9110, 15.4.5).
      for (const name of [
        'etag',
        'cache-control',
        'vary',
        'surrogate-key',
        'content-security-policy',
      ])
        expect([name, again.headers.get(name)]).toEqual([name, answer.headers.get(name)]);
    }
    expect((await ground.get('/archive', { 'if-none-match': '"other"' })).status).toBe(200);
    // Asked for again it is packed well, and says the same.
    const lengthOf = ({ headers }: Response) => Number(headers.get('content-length'));
    const packed = () => ground.get('/archive', { 'accept-encoding': 'br' });
    await waitFor(async () => lengthOf(await packed()) < lengthOf(answer));
    expect(await (await packed()).text()).toBe(await answer.text());
  });
});

describe('search', () => {
  it('finds articles by their words in any form, with the hits marked, and says what may have been meant', async () => {
    const page = await main('/search?q=المجالس');
    expect(page).toMatch(/<mark>/);
    expect(await main('/search?q=xyzxyz')).not.toMatch(/class="card"/);
  });

  it('looks within a publisher, a language and a time, page after page', async () => {
    const ask = async (filters: string) =>
      (await main(`/search?q=investit${filters}`)).includes(`/matin/${copy}"`);
    expect([await ask(''), await ask('&publisher=matin'), await ask('&language=fr')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      await ask('&publisher=akhbar'),
      await ask('&language=ar'),
      await ask('&period=day'),
    ]).toEqual([false, false, false]);
    const page = await main('/search?q=الأخبار&language=ar&publisher=many');
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(page) ?? [];
    expect(next).toMatch(/language=ar.*publisher=many/);
    expect((await ground.get(next.replaceAll('&#38;', '&'))).status).toBe(200);
  });

  it('answers the API in the same way', async () => {
    const answer = await ground.get('/api/v1/search?q=investit');
    const { items } = (await answer.json()) as { items: object[] };
    expect(items).toEqual([expect.objectContaining({ id: copy, title: 'L’OCP investit' })]);
  });
});
