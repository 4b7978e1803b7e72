import { describe, expect, it } from 'vitest';
import { extract, learnMemory, type PageObservation } from './index.ts';

const url = 'https://news.example/politics/2024/05/14/council-votes';
const now = new Date('2024-05-20T12:00:00Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sentences = [
  'The city council voted on Tuesday to reopen the old market hall, after a debate that lasted well into the night.',
  'Mayor Salma Idrissi said the vote was “a beginning, not an end”, and that traders would be asked first.',
  'Opponents, who had gathered 4,000 signatures, argued that the money was needed for schools and roads.',
  'The hall was closed in 2011 when its roof was found to be unsafe; repairs were planned several times but never paid for.',
  'Work is to start in the autumn. The first stalls could open in spring, the council’s engineer said.',
];

/** A page as publishers build them: menu, article, teasers, footer. */
const pageOf = (
  paragraphs: readonly string[],
  extra = '',
): string => `<!doctype html><html lang="en"><head>
<title>Council votes to reopen market hall | The Example</title><meta property="og:title" content="Council votes to reopen market hall"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Council votes to reopen market hall</h1><p class="byline">By <a href="/a/1">Nora Field</a></p>
<div class="article-body">${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}${extra}</div></article>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Bridge to close for a month from Monday</a></li><li><a href="/2">School opens its new library to all</a></li></ul></aside></main>
<footer><p>© 2024 The Example. All rights reserved. <a href="/privacy">Privacy policy</a></p></footer></body></html>`;

describe('extract', () => {
  it('finds the paragraphs of the article and nothing of the page around it', () => {
    const { body, wordCount, language } = extract(bytes(pageOf(sentences)), { url, now });
    expect(body.split('\n\n')).toEqual(sentences);
    expect(wordCount).toBeGreaterThan(80);
    expect(language).toBe('en');
  });

  it('says the same twice, so that stored articles do not change by themselves', () => {
    const once = extract(bytes(pageOf(sentences)), { url, now });
    const other = pageOf([...sentences].reverse(), '<ul><li>A list of other things.</li></ul>');
    extract(bytes(other.repeat(3)), { url, now });
    expect(extract(bytes(pageOf(sentences)), { url, now })).toEqual(once);
  });

  it('reads an article without paragraph elements', () => {
    const html = `<html><body><div class="post"><h1>Council votes</h1><div class="text">${sentences.join('<br><br>')}</div></div></body></html>`;
    expect(extract(bytes(html), { url, now }).body.split('\n\n')).toEqual(sentences);
  });

  it('gives clean HTML of the same text', () => {
    const { html } = extract(bytes(pageOf(sentences, '<script>steal()</script>')), { url, now });
    expect(html.match(/<p dir="auto">/g)).toHaveLength(sentences.length);
    expect(html).not.toContain('steal');
  });

  it('says of every block why it was kept or dropped', () => {
    const { blocks = [] } = extract(bytes(pageOf(sentences)), { url, now, explain: true });
    const first = blocks.find(({ text }) => text === sentences[0]);
    expect(first?.kept).toBe(true);
    expect(first?.reasons.length).toBeGreaterThan(2);
    expect(blocks.find(({ text }) => text.startsWith('Bridge'))?.kept).toBe(false);
  });

  it('gives a result for any bytes', () => {
    const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255);
    for (const input of [
      new Uint8Array(0),
      random,
      bytes('<'),
      bytes('<p>'.repeat(30_000)),
      bytes('<table>'.repeat(3000)),
      bytes('\u0000\ud800'),
    ]) {
      const { warnings } = extract(input, { url: 'not an address' });
      expect(warnings).not.toContain('internal_error');
    }
  });

  it('stays within its limits and says what it cut', () => {
    const long = pageOf(Array.from({ length: 400 }, (_, i) => `${sentences[i % 5]} (${i})`));
    const result = extract(bytes(long), {
      url,
      now,
      limits: { blocks: 50, output: 2_500, bytes: 40_000 },
    });
    expect(result.body.length).toBeLessThanOrEqual(1000);
    expect(result.warnings).toEqual(expect.arrayContaining(['bytes_cut', 'blocks_cut']));
  });

  it('takes time in proportion to the page', () => {
    const timeOf = (count: number): number => {
      const input = bytes(
        pageOf(Array.from({ length: count }, (_, i) => `${sentences[i % 5]} ${i}`)),
      );
      const { user: before } = process.cpuUsage();
      extract(input, { url, now });
      return process.cpuUsage().user - before;
    };
    timeOf(2000);
    expect(timeOf(8000)).toBeLessThan(16 * Math.max(timeOf(1000), 20_000));
  });
});

describe('memory', () => {
  const note =
    'Readers who would like to take part in our survey about the region can do so until the end of the month.';
  const observe = (number: number): PageObservation => {
    const own = sentences.map((text) => `${text} Report ${number}.`);
    const { observation } = extract(bytes(pageOf([...own, note])), { url, now, observe: true });
    if (!observation) throw new Error('no observation');
    return observation;
  };
  const { memory } = learnMemory(
    null,
    Array.from({ length: 12 }, (_, number) => observe(number)),
  );

  it('takes a note out that stands on every page of the publisher', () => {
    const page = bytes(pageOf([...sentences, note]));
    const { body } = extract(page, { url, now, memory });
    expect(body).toContain(sentences[4]);
    expect(body).not.toContain(note);
  });

  it('does not hurt a page that it does not fit', () => {
    const html = `<html><body><section class="other"><h1>Council votes</h1>${sentences.map((s) => `<div>${s}</div>`).join('')}</section></body></html>`;
    const alone = extract(bytes(html), { url, now });
    expect(extract(bytes(html), { url, now, memory }).body).toBe(alone.body);
  });
});
