import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.ts';

const url = 'https://news.example/story';

/** What once took minutes or forever: long runs of what patterns repeat. */
const lines: readonly (readonly [string, string])[] = [
  ['a rule of dashes in the title', `Title ${'-'.repeat(200)}x`],
  ['a rule of mixed marks', `Title ${'::||--'.repeat(40)}x`],
  ['a word without end', 'P'.repeat(20_000)],
  ['addresses run together', `${'a'.repeat(2_000)}:.${'@H'.repeat(8_000)}.`],
  ['blanks', `a${'\t'.repeat(20_000)}b`],
  ['marks alone', `a${','.repeat(20_000)}b`],
];

describe('extract', () => {
  it.each(lines)('reads %s as fast as anything else', (_, line) => {
    const html = `<title>${line}</title><meta property="og:title" content="${line}">
<meta name="author" content="${line}"><meta name="keywords" content="${line}">
<meta name="${line.replace(/\s/g, '_')}" content="2024-05-01"><meta name="date" content="${line}">
<script type="application/ld+json">${JSON.stringify({
      '@type': 'NewsArticle',
      headline: line,
      keywords: line,
      author: { name: line },
      datePublished: line,
    })}</script><h1>${line}</h1><p class="byline">${line}</p><time datetime="${line}">${line}</time>
<figure><img src="/a.jpg"><figcaption>${line}</figcaption></figure><p>${line}</p>`;
    const before = process.cpuUsage();
    expect(extract(Buffer.from(html), { url }).warnings).toEqual([]);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(5);
  });
});
