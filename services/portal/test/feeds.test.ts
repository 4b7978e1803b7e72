import { parseFeed } from '@nashra/feeds';
import { addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { tell } from './tell.ts';

let ground: Ground;
/** Yesterday at noon: one day in every zone near, whatever is known there of its clocks. */
const now = new Date(new Date(Date.now() - 86_400_000).setUTCHours(12, 0, 0, 0));
const title = 'شركة «AT&T» تقول: 1 < 2 ]]> «اقتباس»';
const summary = 'موجز فيه <b>وسم</b> & علامة';

beforeAll(async () => {
  ground = await openGround({
    PORTAL_ORIGIN: 'https://news.example',
    PORTAL_DISPLAY: 'closed=headline',
  });
  const publisherId = await addPublisher(ground.db, {
    slug: 'akhbar',
    name: 'أخبار & آراء',
    country: 'MA',
  });
  const closed = await addPublisher(ground.db, { slug: 'closed', name: 'Closed' });
  const publishedAt = now.toISOString();
  await tell(ground.db, {
    publisherId,
    title,
    summary,
    authors: ['س & ع'],
    section: 'رأي',
    publishedAt,
  });
  await tell(ground.db, {
    publisherId: closed,
    title: 'عنوان لا غير',
    summary,
    body: 'نص لا يعرض',
    publishedAt,
  });
});
afterAll(() => ground?.[Symbol.asyncDispose]());

const read = async (path: string) => {
  const answer = await ground.get(path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const contentType = answer.headers.get('content-type') ?? '';
  const url = `https://news.example${path}`;
  return {
    bytes,
    feed: parseFeed(bytes, { url, contentType, timeZone: 'UTC', language: 'ar', now }),
  };
};

describe('the feeds', () => {
  const day = now.toLocaleDateString('en-CA', { timeZone: 'Africa/Casablanca' });
  const bases = [
    '',
    '/akhbar',
    '/section/رأي',
    '/country/ma',
    `/day/${day}`,
    `/month/${day.slice(0, 7)}`,
    '/fr',
    `/author/${encodeURIComponent('س & ع')}`,
  ];
  const files = ['rss.xml', 'atom.xml', 'feed.json'];
  it.each(bases.flatMap((base) => files.map((file) => `${base}/${file}`)))(
    '%s is valid, and says all of an article',
    async (path) => {
      const { feed } = await read(path);
      expect(feed.warnings).toEqual([]);
      const entry = feed.entries.find((it) => it.title === title);
      expect(entry?.address).toMatch(/^https:\/\/news\.example(?:\/fr)?\/akhbar\/\d+$/);
      expect(JSON.stringify(entry)).toContain('علامة');
    },
  );

  it('show of a publisher no more than it lets be shown, as every exit does', async () => {
    const [id] = /\/closed\/\d+/.exec(await ground.page('/closed')) ?? [];
    for (const path of [
      '/closed',
      '/closed/rss.xml',
      '/closed/atom.xml',
      '/closed/feed.json',
      id ?? '',
      `${id}/revisions/1`,
    ]) {
      const text = await ground.page(path);
      expect(text).toContain('عنوان لا غير');
      expect(text).not.toMatch(/نص لا يعرض|موجز/);
    }
    expect(await ground.page(id ?? '')).toContain(
      '<link rel="canonical" href="https://press.example/',
    );
  });
});

describe('what machines ask for', () => {
  it('leads from robots.txt to every article', async () => {
    const robots = await ground.page('/robots.txt');
    expect(robots).toContain('Sitemap: https://news.example/sitemap.xml');
    const { feed: index } = await read('/sitemap.xml');
    expect(index.warnings).toEqual([]);
    const found = await Promise.all(
      (await ground.page('/sitemap.xml')).match(/(?<=news\.example)\/sitemap\/[^<]+/g)?.map(read) ??
        [],
    );
    expect(found).toHaveLength(2);
    for (const { feed } of found) {
      expect(feed.warnings).toEqual([]);
      expect(feed.entries).toHaveLength(2);
    }
    expect((await ground.get('/sitemap/2026-13.xml')).status).toBe(404);
    expect((await ground.get('/month/1999-01/rss.xml')).status).toBe(404);
    expect(await ground.page('/fr/opensearch.xml')).toContain('/fr/search?q={searchTerms}');
  });

  it('tells search engines what an article is, in JSON that ends nowhere early', async () => {
    const hostile = '</script><script>alert(1)</script>';
    const publisherId = await addPublisher(ground.db, { slug: 'x', name: hostile });
    const id = await tell(ground.db, { publisherId, title: hostile, summary: hostile });
    const page = await ground.page(`/x/${id}`);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({ '@type': 'NewsArticle', headline: hostile });
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain('<meta property="og:title" content="&#60;/script&#62;');
  });
});
