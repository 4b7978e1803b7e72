import { type Draft, hashOf } from '@nashra/articles';
import { learnMemory } from '@nashra/extract';
import { silentLogger } from '@nashra/log';
import { describe, expect, it, vi } from 'vitest';
import { handleParse } from './handler.ts';
import type { Found } from './load-fetched.ts';
import type { Fetched, Kept, ParseDeps } from './ports.ts';
import { openToldHeadlines } from './told-headlines.ts';

const page: Fetched = {
  addressId: 7,
  kind: 'article',
  url: 'https://sahifa.example/news/1',
  address: 'https://sahifa.example/news/1',
  lane: 0,
  vain: 0,
  rescues: 0,
  contentType: 'text/html; charset=utf-8',
  headers: {},
  origin: 'http',
  captureId: 1,
  capturedAt: new Date('2026-03-02T09:00:00Z'),
  entry: null,
  publisher: { id: 1, name: 'Sahifa', timeZone: 'Africa/Casablanca', language: 'ar' },
  isReread: false,
  isWritten: false,
  bytes: Buffer.from(''),
};
const found = { isKnown: false, says: null as string | null } as Found;
const context = { log: silentLogger, stalls: 0, meet: vi.fn() };

function fakeDeps(fetched: Partial<Fetched>, overrides: Partial<ParseDeps> = {}) {
  return {
    watch: { read: <R>(reading: () => R) => reading(), readSuspect: <R>(it: () => R) => it() },
    find: async () => found,
    inHand: <R>(work: () => Promise<R>) => work(),
    load: vi.fn(async () => ({ ...page, ...fetched })),
    saveDraft: vi.fn(async (): Promise<Kept> => 'draft'),
    saveHome: vi.fn(async () => {}),
    saveListing: vi.fn(async () => {}),
    headlines: openToldHeadlines(),
    patternsOf: async () => null,
    recall: async () => undefined,
    watchOver: vi.fn(async () => false),
    hold: vi.fn(async () => {}),
    learn: vi.fn(async () => {}),
    keepUnchanged: vi.fn(async (): Promise<Kept> => 'unchanged'),
    drop: vi.fn(async () => {}),
    refetch: vi.fn(async () => {}),
    ...overrides,
  };
}

const paragraphs = [
  'صادق مجلس المدينة، مساء أمس الإثنين، على ميزانية السنة المقبلة بعد نقاش طويل بين الأعضاء حول أولويات الإنفاق.',
  'وقال رئيس المجلس إن حصة الطرق والإنارة ارتفعت بنسبة تسعة في المائة مقارنة مع السنة الماضية، بفضل موارد جديدة.',
  'في المقابل، انتقدت المعارضة ما وصفته بغياب رؤية واضحة لقطاع النقل الحضري، وطالبت بعرض مفصل قبل نهاية الشهر.',
  'وأوضحت نائبة الرئيس المكلفة بالمالية أن جزءا من الاعتمادات سيخصص لترميم المدرسة القديمة وتجهيز المكتبة البلدية.',
  'وحضر الجلسة عدد من سكان الأحياء الشمالية الذين ينتظرون منذ سنوات إصلاح قنوات الصرف الصحي قرب السوق الأسبوعي.',
  'ومن المنتظر أن ترفع الميزانية إلى سلطات الوصاية للمصادقة النهائية، قبل أن يشرع المجلس في تنفيذها مطلع يناير.',
];
const article = Buffer.from(`<html lang="ar"><head><title>المجلس يصادق على الميزانية</title>
  <meta property="og:type" content="article"></head><body><nav><a href="/">الرئيسية</a></nav>
  <article><h1>المجلس يصادق على الميزانية</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}
  </article></body></html>`);

describe('handleParse', () => {
  it('makes a draft of an article and sends it on', async () => {
    const deps = fakeDeps({ bytes: article });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('draft');
    expect(deps.saveDraft).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ title: 'المجلس يصادق على الميزانية', language: 'ar' }),
      false,
    );
  });

  it('holds an article, and what would be dropped, where its publisher is not what it was', async () => {
    for (const bytes of [article, Buffer.from('<html><body><div id="root"></div></body></html>')]) {
      const deps = fakeDeps({ bytes }, { watchOver: vi.fn(async () => true) });
      expect(await handleParse({ addressId: 7 }, deps, context)).toBe('layout_changed');
      expect(deps.hold).toHaveBeenCalledOnce();
      expect(deps.saveDraft).not.toHaveBeenCalled();
      expect(deps.drop).not.toHaveBeenCalled();
    }
  });

  it('learns of a page that is read again only while little is known of its publisher', async () => {
    const known = learnMemory(null, []).memory;
    const learnt = async (isReread: boolean, pages: number) => {
      const recall = async () => ({ ...known, pages });
      const learn = vi.fn(async () => {});
      const deps = fakeDeps({ bytes: article, isReread }, { recall, learn });
      await handleParse({ addressId: 7 }, deps, context);
      return learn.mock.calls.length;
    };
    expect(await learnt(true, 3)).toBe(1);
    expect(await learnt(true, 400)).toBe(0);
    expect(await learnt(false, 400)).toBe(1);
  });

  it('reads the same bytes once', async () => {
    const deps = fakeDeps({}, { find: async () => ({ ...found, isKnown: true, says: 'aa' }) });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('unchanged');
    expect(deps.load).not.toHaveBeenCalled();
    expect(deps.keepUnchanged).toHaveBeenCalledWith({ addressId: 7, contentHash: 'aa' });
  });

  it('writes nothing of a page that says what its article says, and keeps what it says once more where that is not so by now', async () => {
    const saveDraft = vi.fn(async (_page: Fetched, _draft: Draft): Promise<Kept> => 'draft');
    await handleParse({ addressId: 7 }, fakeDeps({ bytes: article }, { saveDraft }), context);
    const says = hashOf(saveDraft.mock.calls[0]?.[1] as Draft);
    const find = async () => ({ ...found, says });
    const deps = fakeDeps({ bytes: article }, { find });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('unchanged');
    expect(deps.keepUnchanged).toHaveBeenCalledWith({ addressId: 7, contentHash: says });
    expect(deps.saveDraft).not.toHaveBeenCalled();
    const keepUnchanged = vi.fn(async (): Promise<Kept> => 'otherwise');
    const other = fakeDeps({ bytes: article }, { find, keepUnchanged });
    expect(await handleParse({ addressId: 7 }, other, context)).toBe('draft');
    expect(other.saveDraft).toHaveBeenCalledOnce();
  });

  it.each([
    ['no bytes', ''],
    ['nothing but space', ' \r\n '],
  ])('drops a page of %s', async (_, text) => {
    const deps = fakeDeps({ bytes: Buffer.from(text) });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('empty_body');
    expect(deps.drop).toHaveBeenCalledWith(expect.anything(), 'empty_body', false);
  });

  it('fetches again what the store has lost', async () => {
    const deps = fakeDeps({ bytes: null });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('refetch');
    expect(deps.refetch).toHaveBeenCalledOnce();
  });

  it('fetches a bounded number of times what the store loses, and says that the store does', async () => {
    const deps = fakeDeps({ bytes: null, rescues: 3 });
    const meet = vi.fn();
    expect(await handleParse({ addressId: 7 }, deps, { ...context, meet })).toBe('bytes_lost');
    expect(deps.refetch).not.toHaveBeenCalled();
    expect(deps.drop).toHaveBeenCalledWith(expect.anything(), 'bytes_lost', false);
    expect(meet).toHaveBeenCalledWith('blobs: what was fetched is not there');
  });

  it('reads what a process died on as a suspect', async () => {
    let suspects = 0;
    const readSuspect = <R>(reading: () => R): R => {
      suspects += 1;
      return reading();
    };
    const deps = fakeDeps({ bytes: article }, { watch: { read: vi.fn(), readSuspect } });
    expect(await handleParse({ addressId: 7 }, deps, { ...context, stalls: 1 })).toBe('draft');
    expect(suspects).toBe(1);
  });

  it('drops a feed that is a page', async () => {
    const deps = fakeDeps({ kind: 'feed', bytes: article });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('not_a_feed');
  });

  it('reads a page of headlines where its source is said to be one', async () => {
    const block = (n: number) =>
      `<h3><a href="/news/${n}">المجلس يصادق على ميزانية السنة رقم ${n}</a></h3>`;
    const bytes = Buffer.from(`<html lang="ar"><body>${[31, 32, 33].map(block).join('')}</body>`);
    const deps = fakeDeps({ kind: 'feed', bytes }, { patternsOf: async () => new Map() });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('listing');
    const sightings = [31, 32, 33].map((n) =>
      expect.objectContaining({ address: `https://sahifa.example/news/${n}`, kind: 'article' }),
    );
    const listing = expect.objectContaining({ sightings, isWhole: true });
    expect(deps.saveListing).toHaveBeenCalledWith(expect.anything(), listing);
  });

  it('enters what a feed shows, once, with what the feed says of it', async () => {
    const item = (guid: string, path: string) =>
      `<item><title>خبر</title><link>${path}</link><guid isPermaLink="false">${guid}</guid></item>`;
    const rss = `<rss version="2.0"><channel><title>أخبار</title>
      ${item('1', '/a?utm_source=rss')}${item('1', '/a')}${item('2', 'https://sahifa.example/b')}
      ${item('3', 'javascript:alert(1)')}</channel></rss>`;
    const deps = fakeDeps({ kind: 'feed', bytes: Buffer.from(rss) });
    expect(await handleParse({ addressId: 7 }, deps, context)).toBe('listing');
    const [, listing] = vi.mocked(deps.saveListing).mock.calls[0] ?? [];
    expect(listing?.title).toBe('أخبار');
    expect(listing?.sightings.map((it) => it.address)).toEqual([
      'https://sahifa.example/a',
      'https://sahifa.example/b',
    ]);
    expect(listing?.sightings[0]).toMatchObject({
      kind: 'article',
      lane: 0,
      entry: { title: 'خبر' },
    });
  });
});
