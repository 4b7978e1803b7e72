import { cleanText } from '@nashra/text';
import { describe, expect, it } from 'vitest';
import { parseFeed, readOpml } from './index.ts';
import { decodeReferences } from './xml/entities.ts';

const raw = 'a\u001b[31m\u202eb\u2066c\u009bd\ufdd0e\ufffe\u{e0041}f';
const references = 'a&#27;&#x202e;b&#x2066;&#xd83d;&#155;&#xfdd0;&#xe0041;c';
const escaped = 'a\\ud83d\\u001b\\u202e\\u0000b\\ufeffc\\udb40\\udc41';

/** Every string of a value, what its references stand for too. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, decodeReferences(value)];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

const item = (t: string) => `<title>${t}</title><link>https://a.example/1?${t}</link>
  <guid isPermaLink="false">${t}</guid><description><![CDATA[<p title="${t}">${t}</p>]]></description>
  <author>${t}</author><category domain="${t}">${t}</category><own:thing at="${t}">${t}</own:thing>
  <enclosure url="https://a.example/a.mp3?${t}" type="${t}" length="${t}"/><pubDate>${t}</pubDate>`;
const documents = {
  RSS: (t: string) =>
    `<rss><channel><title>${t}</title><language>${t}</language><item>${item(t)}</item></channel></rss>`,
  Atom: (t: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>${t}</title><entry>
    <id>${t}</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${t}</div></title>
    <author><name>${t}</name><email>${t}</email></author><category term="${t}" label="${t}"/>
    <content type="html">${t.replaceAll('&', '&amp;')}</content><summary>${t}</summary></entry></feed>`,
  'JSON Feed': (t: string) =>
    `{"version":"https://jsonfeed.org/version/1.1","title":"${t}","items":[{"id":"${t}",
    "title":"${t}","summary":"${t}","content_html":"<p>${t}</p>","tags":["${t}"],
    "authors":[{"name":"${t}"}],"attachments":[{"url":"https://a.example/${t}","mime_type":"${t}"}]}]}`,
};

describe.each(Object.entries(documents))('strange text in %s', (_, document) => {
  it.each([
    ['raw', raw],
    ['in references', references],
    ['in escapes', escaped],
  ])('is clean in every field: %s', (_name, text) => {
    const feed = parseFeed(Buffer.from(document(text)), { url: 'https://a.example/feed' });
    expect(feed.entries[0]?.title).toMatch(/a.*b.*c/);
    for (const found of stringsIn(feed)) expect(found).toBe(cleanText(found));
  });

  it('is never cut through a letter', () => {
    for (const emoji of ['😀', 'x😀', '👩\u200d👩\u200d👧']) {
      const bytes = Buffer.from(document(emoji.repeat(2_000)));
      const limits = { maxFieldChars: 1_000 };
      const feed = parseFeed(bytes, { url: 'https://a.example/feed', limits });
      for (const found of stringsIn(feed.entries)) expect(found.isWellFormed()).toBe(true);
    }
  });
});

it('keeps strange text out of the titles of OPML, and bounds them', () => {
  const outline = (title: string) => `<outline text="${title}" xmlUrl="https://a.example/f"/>`;
  const opml = `<opml><body>${outline(raw)}${outline(references)}${outline(`a${'😀'.repeat(400)}`)}</body></opml>`;
  const titles = readOpml(Buffer.from(opml)).map(({ title }) => title);
  expect(titles.slice(0, 2)).toEqual(['a[31mbc›def', 'ab›c']);
  expect(titles[2]).toBe(`a${'😀'.repeat(99)}`);
});
