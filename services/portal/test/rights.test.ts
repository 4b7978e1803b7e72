import { extract } from '@nashra/extract';
import { findPublisher, setDisplay } from '@nashra/sources';
import { addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround, textOf } from './ground.ts';
import { tell } from './tell.ts';

const BODY = 'صادق المجلس البلدي على الميزانية بعد نقاش طويل امتد إلى ساعات متأخرة من الليل.';
const SUMMARY = 'موجز ما جاء في الخبر عن جلسة المجلس';
/** What a page says of itself, as it is read off it. */
const said = (meta: string, headers: Record<string, string> = {}) =>
  extract(Buffer.from(`<html><head>${meta}</head><body><p>${BODY}</p></body></html>`), {
    url: 'https://press.example/a',
    headers,
  }).rights;
const robots = (content: string) => said(`<meta name="robots" content="${content}">`);

const CASES = {
  free: {
    rights: robots('index, max-snippet:-1'),
    text: true,
    summary: true,
    image: true,
    api: true,
  },
  kept: { rights: robots('noarchive'), text: false, summary: true, image: false, api: false },
  silent: { rights: robots('nosnippet'), text: false, summary: false, image: false, api: false },
  unlisted: { rights: robots('noindex'), text: true, summary: true, image: true, api: true },
  pictureless: {
    rights: robots('noimageindex'),
    text: true,
    summary: true,
    image: false,
    api: true,
  },
  over: {
    rights: robots('unavailable_after: 2026-01-01T00:00:00Z'),
    text: false,
    summary: false,
    image: false,
    api: false,
  },
  mined: {
    rights: said('', { 'tdm-reservation': '1', 'tdm-policy': 'https://p.example/t.json' }),
    text: true,
    summary: true,
    image: true,
    api: false,
  },
} as const;
type Name = keyof typeof CASES;

let ground: Ground;
const ids = new Map<string, number>();
let publisherId: number;

beforeAll(async () => {
  ground = await openGround();
  publisherId = await addPublisher(ground.db, { slug: 'akhbar', name: 'أخبار' });
  for (const [name, { rights }] of Object.entries(CASES))
    ids.set(
      name,
      await tell(ground.db, {
        publisherId,
        title: `خبر المجلس ${name}`,
        body: BODY,
        summary: SUMMARY,
        rights: rights && { ...rights },
        images: [
          {
            address: `https://press.example/${name}.jpg`,
            isLead: true,
            caption: null,
            credit: null,
            alt: null,
          },
        ],
      }),
    );
});
afterAll(() => ground?.[Symbol.asyncDispose]());

const api = async (path: string) => (await ground.get(`/api/v1${path}`)).json() as Promise<never>;

describe.each(Object.keys(CASES) as Name[])('what a page says that is %s', (name) => {
  const { text, summary, image, api: given } = CASES[name];
  const path = () => `/akhbar/${ids.get(name)}`;

  it('holds on its page', async () => {
    const page = await ground.page(path());
    const main = page.slice(page.indexOf('<main'));
    expect(textOf(main).includes(BODY)).toBe(text);
    expect(page.includes(SUMMARY)).toBe(summary);
    expect(/<img/.test(main)).toBe(image);
  });

  it('holds in the API, in search and in feeds', async () => {
    const article = (await api(`/articles/${ids.get(name)}`)) as {
      body: string;
      summary: string | null;
    };
    expect(article.body.includes('الميزانية')).toBe(given);
    expect(article.summary !== null).toBe(summary);
    const { items } = (await api('/search?q=الميزانية&limit=50')) as {
      items: { id: number; snippet: string }[];
    };
    const found = items.find(({ id }) => id === ids.get(name));
    expect(found?.snippet.includes('الميزانية')).toBe(text);
    const feed = await ground.page('/rss.xml');
    const item = feed.split('<item>').find((it) => it.includes(`خبر المجلس ${name}`)) ?? '';
    expect(item.includes(SUMMARY)).toBe(summary);
  });
});

it('hands on what a page restricts', async () => {
  expect(await ground.page(`/akhbar/${ids.get('unlisted')}`)).toMatch(
    /<meta name="robots" content="noindex, noarchive">/,
  );
  const mined = await ground.page(`/akhbar/${ids.get('mined')}`);
  expect(mined).toContain('<meta name="tdm-reservation" content="1">');
  expect(mined).toContain('<meta name="tdm-policy" content="https://p.example/t.json">');
  expect(await ground.page(`/akhbar/${ids.get('free')}`)).not.toContain('name="robots"');
});

it('names in sitemaps what may be listed alone', async () => {
  const sitemap = await ground.page('/sitemap/2026-03-01.xml');
  expect(sitemap).toContain(`/akhbar/${ids.get('free')}<`);
  expect(sitemap).not.toContain(`/akhbar/${ids.get('unlisted')}<`);
});

it('marks what is for subscribers in lists', async () => {
  await tell(ground.db, { publisherId, title: 'خبر للمشتركين وحدهم', facts: { paywalled: true } });
  const home = await ground.page('/');
  expect(home.match(/<span class="mark">للمشتركين<\/span>/g)).toHaveLength(1);
});

it('makes a revision of what a page comes to restrict, which holds for what it said before', async () => {
  const id = await tell(ground.db, { publisherId, title: 'خبر يتغير', body: BODY });
  await tell(ground.db, {
    publisherId,
    revises: id,
    title: 'خبر يتغير',
    body: BODY,
    rights: { display: 'headline' },
  });
  for (const number of [1, 2]) {
    const page = await ground.page(`/akhbar/${id}/revisions/${number}`);
    expect(page.slice(page.indexOf('<main'))).not.toContain('الميزانية');
  }
});

it('shows of a publisher what operators say', async () => {
  const closed = await addPublisher(ground.db, { slug: 'closed', name: 'Closed' });
  const id = await tell(ground.db, { publisherId: closed, body: BODY, summary: SUMMARY });
  await setDisplay(ground.db, 'closed', 'summary', { actor: 'test', reason: 'agreed' });
  const page = await ground.page(`/closed/${id}`);
  expect(page.slice(page.indexOf('<main'))).not.toContain('ساعات متأخرة');
  expect(page).toContain(SUMMARY);
  await expect(setDisplay(ground.db, 'nobody', 'full', { actor: 'test' })).rejects.toThrow(
    /nobody/,
  );
  expect(await findPublisher(ground.db, 'closed')).toBeDefined();
});
