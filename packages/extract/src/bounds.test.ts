import { describe, expect, it } from 'vitest';
import { extract } from './index.ts';

const now = new Date('2024-05-20T12:00:00Z');
const sentence =
  'صادق مجلس المدينة، مساء أمس الإثنين، على ميزانية السنة المقبلة بعد نقاش طويل بين الأعضاء حول أولويات الإنفاق';
const paragraphs = Array.from({ length: 12 }, (_, n) => `<p>${sentence} ${n}.</p>`).join('');

/** Said here once more, so that what cleans cannot be its own judge. */
const FOREIGN =
  /[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/v;

function read(more: string, { head = '', url = 'https://a.example/news/1' } = {}) {
  const page = `<html lang="ar"><head><title>المجلس يصادق على الميزانية</title>
    <meta property="og:type" content="article">${head}</head><body><article>
    <h1>المجلس يصادق على الميزانية</h1>${paragraphs}${more}</article></body></html>`;
  return extract(Buffer.from(page), { url, now });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

describe('what a page is made into', () => {
  it('does not grow with the length of its address', () => {
    const url = `https://a.example/${'one/'.repeat(480)}`;
    const links = (count: number) => read(`<p>${'<a href=x>see</a> '.repeat(count)}</p>`, { url });
    expect(links(20).warnings).toEqual([]);
    const count = 40_000;
    const { html, body, warnings, isArticle } = links(count);
    expect(isArticle).toBe(true);
    expect(warnings).toEqual(['html_cut']);
    expect(Buffer.byteLength(html)).toBeLessThan(4_000_000);
    expect(html).toMatch(/<\/p>$/);
    // The text is all there: addresses are what is left out.
    expect(html.match(/see/g)).toHaveLength(count);
    expect(body.match(/see/g)).toHaveLength(count);
  });

  it('is cut inside a block that alone is too long, and not left without it', () => {
    const { html, body, warnings } = read(`<p>${'كلمة 😀 وكلمة. '.repeat(250_000)}</p>`);
    expect(warnings).toEqual(['body_cut', 'html_cut']);
    for (const text of [html, body]) {
      expect(Buffer.byteLength(text)).toBeGreaterThan(1_500_000);
      expect(text.isWellFormed()).toBe(true);
    }
    expect(Buffer.byteLength(html + body)).toBeLessThan(4_000_000);
    expect(html).toMatch(/<\/p>$/);
  });

  it('is clean Unicode in every field, however the page writes it', () => {
    const strange = 'a\u001b[31m\u202e\u009b\ufdd0\u{e0041}&#x1b;&#xd83d;&#x202e;b';
    const json = 'a\\ud83d\\u001b\\u202e\\u0000b';
    const article = {
      '@type': 'NewsArticle',
      headline: 'JSON',
      author: { name: 'JSON Author' },
      keywords: ['JSON', 'k2'],
      image: { url: 'https://a.example/i.jpg', caption: 'JSON', creditText: 'JSON' },
    };
    const head = `<meta property="og:title" content="المجلس ${strange}">
      <meta property="article:section" content="S ${strange}">
      <script type="application/ld+json">${JSON.stringify(article).replaceAll('JSON', json)}</script>`;
    const more = `<figure><img src="/b.jpg" alt="${strange}"><figcaption>C ${strange}</figcaption></figure>
      <ul><li title="${strange}">${sentence} ${strange}</li></ul><p>${sentence}.</p>`;
    const found = read(more, { head });
    expect(found.leadImage?.caption).toMatch(/^a.*b$/);
    expect(found.images).toHaveLength(1);
    for (const text of stringsIn(found)) expect(text).not.toMatch(FOREIGN);
  });

  it('has no line longer than its bound, and no picture that an index would refuse', () => {
    const long = `a${'😀'.repeat(9_000)}`;
    const head = `<meta property="og:image" content="/${'ا'.repeat(600)}.jpg">`;
    const more = `<figure><img src="/b.jpg" alt="${long}"></figure>
      <img src="/${'ا'.repeat(600)}2.jpg"><p>${sentence}.</p>`;
    const { images, leadImage } = read(more, { head });
    expect(leadImage?.url).toBe('https://a.example/b.jpg');
    expect(images.map(({ url, alt }) => [url, alt])).toEqual([
      ['https://a.example/b.jpg', `a${'😀'.repeat(999)}`],
    ]);
  });
});
