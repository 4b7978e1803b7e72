import { gzipSync } from 'node:zlib';

const item = (n: number, extra = '') =>
  `<item><title>Item ${n}</title><link>https://example.org/news/${n}</link><guid>https://example.org/news/${n}</guid>` +
  `<pubDate>Mon, 01 Jan 2024 10:00:00 +0100</pubDate><description><![CDATA[<p>Text of item ${n}</p>]]></description>${extra}</item>\n`;

const rss = (inside: string, doctype = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<rss version="2.0"><channel><title>A feed</title>` +
  `<link>https://example.org/</link><description>d</description>${inside}</channel></rss>`;

const three = item(1) + item(2) + item(3);
const firstItem = (inside: string) => rss(`<item><title>t</title>${inside}</item>${three}`);

/** Inputs made to exhaust a reader; a name, and a maker so that only one lives at a time. */
export const hostileInputs: Record<string, () => string | Buffer> = {
  'big-50mb': () =>
    rss(
      items(
        50 * 1024 * 1024,
        `<content:encoded><![CDATA[${'lorem ipsum '.repeat(160)}]]></content:encoded>`,
      ),
    ),
  'big-50mb-escaped': () =>
    rss(items(50 * 1024 * 1024, `<author>${'&lt;b&gt; &amp;amp; '.repeat(100)}</author>`)),
  'items-2m-empty': () => rss('<item/>'.repeat(2_000_000)),
  'urlset-1m': () =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${'<url><loc>https://example.org/a</loc></url>'.repeat(1_000_000)}</urlset>`,
  'deep-500k': () => firstItem('<a>'.repeat(500_000) + '</a>'.repeat(500_000)),
  'deep-500k-unclosed': () => firstItem('<a>'.repeat(500_000)),
  'deep-500k-before-items': () => rss(`<x>${'<a>'.repeat(500_000)}`),
  'bang-200k': () => firstItem('<!x'.repeat(200_000)),
  'bang-200k-bare': () => '<!x'.repeat(200_000),
  'cdata-200k': () => firstItem(`<description>${'<![CDATA[x]]>'.repeat(200_000)}</description>`),
  'cdata-open-200k': () => firstItem(`<description>${'<![CDATA['.repeat(200_000)}</description>`),
  'cdata-unclosed-each': () =>
    rss('<item><title>t</title><description><![CDATA[x</description></item>'.repeat(100_000)),
  'comment-open-200k': () => firstItem('<!-- '.repeat(200_000)),
  'instruction-open-200k': () => firstItem('<?x '.repeat(200_000)),
  'doctype-open-200k': () => '<!DOCTYPE x '.repeat(200_000) + rss(three),
  'junk-before-root': () => `${' '.repeat(10_000_000)}${'<p>x'.repeat(500_000)}${rss(three)}`,
  'legacy-bytes-20mb': () =>
    Buffer.from(rss(`<item><title>${'\u00e7\u00e1 '.repeat(7_000_000)}</title></item>`), 'latin1'),
  'lt-1m': () => firstItem('<'.repeat(1_000_000)),
  'lt-1m-in-title': () => firstItem(`<title>${'<'.repeat(1_000_000)}</title>`),
  'amp-500k': () => firstItem(`<description>${'&'.repeat(500_000)}</description>`),
  'amp-unknown-500k': () => firstItem(`<description>${'&nothing;'.repeat(500_000)}</description>`),
  'end-tags-1m': () => firstItem('</x>'.repeat(1_000_000)),
  'attributes-100k': () =>
    firstItem(`<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}>x</a>`),
  'attributes-open-200k': () => firstItem('<a b="'.repeat(200_000)),
  'attributes-mixed-quotes': () => firstItem(`<a b='"c='`.repeat(200_000)),
  'namespaces-100k': () =>
    firstItem('<a xmlns:b="urn:x">'.repeat(150) + '<b:c xmlns:d="urn:y"/>'.repeat(100_000)),
  'title-20mb': () => firstItem(`<title>${'x'.repeat(20 * 1024 * 1024)}</title>`),
  'space-10mb': () => firstItem(`<title>${' '.repeat(10 * 1024 * 1024)}</title>`),
  'date-5mb': () => firstItem(`<pubDate>${'1 '.repeat(2_500_000)}</pubDate>`),
  'author-5mb': () => firstItem(`<author>${'a.'.repeat(2_500_000)}@</author>`),
  'html-open-tags': () => firstItem(`<description>${'&lt;a "'.repeat(300_000)}</description>`),
  'html-quotes': () =>
    firstItem(`<description>${`&lt;a href="x' b='y"`.repeat(150_000)}</description>`),
  'html-comments-open': () => firstItem(`<title>${'&lt;!--'.repeat(250_000)}</title>`),
  'html-relative-links': () =>
    firstItem(`<description>${'&lt;a href="/x">'.repeat(150_000)}</description>`),
  'html-srcset': () =>
    firstItem(`<description>&lt;img srcset="${'/a 1x, '.repeat(150_000)}"></description>`),
  'lists-1m': () => firstItem('<category>c</category>'.repeat(500_000)),
  'lists-500k-different': () =>
    firstItem(Array.from({ length: 500_000 }, (_, n) => `<category>${n}</category>`).join('')),
  laughs: () => rss(`<item><title>&a9;</title></item>${three}`, laughs()),
  'quadratic-entities': () =>
    rss(
      `<item><title>${'&b;'.repeat(500_000)}</title></item>${three}`,
      `<!DOCTYPE rss [<!ENTITY b "${'B'.repeat(250)}">]>`,
    ),
  'entities-100k': () =>
    rss(
      `${three}`,
      `<!DOCTYPE rss [${Array.from({ length: 100_000 }, (_, n) => `<!ENTITY e${n} "${n}">`).join('')}]>`,
    ),
  'gzip-bomb-1gb': () => bomb(),
  'json-deep-500k': () =>
    `{"version":"https://jsonfeed.org/version/1.1","items":[${'['.repeat(500_000)}`,
  'json-cut-50mb': () =>
    `{"version":"https://jsonfeed.org/version/1.1","items":[${'{"id":"1","url":"https://example.org/1","content_html":"<p>x</p>"},'.repeat(780_000)}`,
  'nul-20mb': () => Buffer.alloc(20 * 1024 * 1024),
  'random-20mb': () => randomBytes(20 * 1024 * 1024),
  'utf16-20mb': () => Buffer.from(`\ufeff${rss(items(10 * 1024 * 1024))}`, 'utf16le'),
};

function items(bytes: number, extra = ''): string {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < bytes; n += 1) {
    const part = item(n, extra);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

/** A gigabyte, packed in members of which each holds a part. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(16 * 1024 * 1024, 0x20), { level: 9 });
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}

function laughs(): string {
  const lines = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
  );
  return `<!DOCTYPE rss [<!ENTITY a0 "lol">${lines.join('')}]>`;
}

/** The same bytes on every run. */
function randomBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
