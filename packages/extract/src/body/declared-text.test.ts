import { describe, expect, it } from 'vitest';
import { extract } from '../index.ts';

const paragraphs = [
  'The village library of Corran reopened on Monday after a winter of repairs paid for by a raffle, and the queue went twice around the square.',
  'Volunteers moved eleven thousand books by hand, most of them in wheelbarrows, and the librarian kept a list of those that fell into the fountain.',
  'The new roof has a window over the reading table, which the children had asked for, and a gutter that sings & rattles when it rains.',
];
const read = (shown: string, more: object = {}) =>
  extract(
    Buffer.from(
      `<html lang="en"><title>The library of Corran reopens</title><script type="application/ld+json">${JSON.stringify(
        {
          '@context': 'https://schema.org',
          '@type': 'NewsArticle',
          headline: 'The library of Corran reopens',
          datePublished: '2025-06-09T08:00:00Z',
          articleBody: paragraphs.join('\n'),
          ...more,
        },
      ).replaceAll(
        '<',
        '\\u003c',
      )}</script><main><h1>The library of Corran reopens</h1>${shown}</main></html>`,
    ),
    { url: 'https://corran.example/news/library-reopens-1', now: new Date('2025-06-10T00:00:00Z') },
  );

describe('the text that a page gives search engines', () => {
  it('is the body where a script would have brought it', () => {
    const { body, html, isArticle, warnings, sureness } = read('<div id="app">Loading …</div>');
    expect(body.split('\n\n')).toHaveLength(3);
    expect(body).toContain('twice around the square');
    expect(html).toMatch(/^<p dir="auto">The village .*<\/p>\n<p dir="auto">/);
    expect(html).toContain('sings &amp; rattles');
    expect(isArticle).toBe(true);
    expect(warnings).toEqual(['body_declared']);
    expect(sureness.body).toBeGreaterThan(0.5);
  });

  it('is the body where only its beginning is shown', () => {
    expect(read(`<p>${paragraphs[0]?.slice(0, 90)}…</p>`).body).toContain('reading table');
  });

  it('is left where readers are shown a text', () => {
    const told = [
      'The library is open again.',
      'Its books are dry now.',
      'The roof does not leak.',
    ];
    const more =
      'Readers came from three villages, with umbrellas that nobody needed, and stayed until the lamps went out at nine. ';
    const { body, warnings } = read(told.map((line) => `<p>${line} ${more}${line}</p>`).join(''));
    expect(body).not.toContain('reading table');
    expect(warnings).toEqual([]);
  });

  it('is left where it is sold', () => {
    const sold = read(`<p>${paragraphs[0]?.slice(0, 90)}…</p>`, { isAccessibleForFree: false });
    expect(sold.body).not.toContain('reading table');
    expect(sold.paywalled).toBe(true);
  });
});
