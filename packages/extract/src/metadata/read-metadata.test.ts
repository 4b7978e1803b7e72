import { describe, expect, it } from 'vitest';
import { openPage } from '../open-page.ts';
import type { ExtractOptions, Metadata } from '../types.ts';
import { readMetadata } from './read-metadata.ts';

const read = (html: string, options: Partial<ExtractOptions> = {}): Metadata =>
  readMetadata(
    openPage(Buffer.from(html), { url: 'https://courrier.example/eau/barrage-12345', ...options }),
  );

const FULL = `<!doctype html><html lang="fr-MA"><head>
<title>Le barrage respire enfin | Le Courrier</title>
<link rel="canonical" href="/eau/barrage-12345"><link rel="amphtml" href="/amp/eau/barrage-12345">
<meta property="og:site_name" content="Le Courrier">
<meta property="og:title" content="Le barrage respire enfin">
<meta property="og:image" content="/img/barrage.jpg">
<meta property="og:description" content="Après six ans de sécheresse.">
<meta name="keywords" content="eau, barrage">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Le barrage respire enfin","datePublished":"2024-05-02T10:00:00+01:00",
"dateModified":"2024-05-02T12:30:00+01:00","articleSection":"Environnement",
"author":[{"@type":"Person","name":"Salma Idrissi"},{"@type":"Organization","name":"La Rédaction"}],
"isAccessibleForFree":"False","articleBody":"<p>Un.</p><p>Deux.</p>",
"image":{"@type":"ImageObject","url":"/img/barrage.jpg","caption":"Le barrage","creditText":"A. Photo"},}</script>
</head><body><h1>Le barrage respire enfin</h1></body></html>`;

describe('readMetadata', () => {
  it('reads a page that declares everything', () => {
    expect(read(FULL)).toMatchObject({
      title: 'Le barrage respire enfin',
      authors: ['Salma Idrissi'],
      published: { instant: '2024-05-02T10:00:00+01:00', precision: 'second', source: 'json-ld' },
      modified: { instant: '2024-05-02T12:30:00+01:00' },
      section: 'Environnement',
      tags: ['eau', 'barrage'],
      language: 'fr-MA',
      canonicalUrl: 'https://courrier.example/eau/barrage-12345',
      ampUrl: 'https://courrier.example/amp/eau/barrage-12345',
      leadImage: {
        url: 'https://courrier.example/img/barrage.jpg',
        caption: 'Le barrage',
        credit: 'A. Photo',
      },
      paywalled: true,
      liveBlog: false,
      descriptions: ['Après six ans de sécheresse.'],
      articleBody: 'Un.\nDeux.',
      signs: { declared: 'article', hasHeadline: true },
    });
  });

  it('reads the day in a box named like a teaser that holds the paragraphs of the article', () => {
    const text = `<p>${'Le niveau du barrage remonte depuis mardi, dit le syndicat. '.repeat(5)}</p>`;
    const page = (inside: string) =>
      `<title>Le barrage respire</title><body><h1>Le barrage respire</h1>
      <div class="teaser-box"><span class="blue">01.02.2022</span>${inside}${'<i></i>'.repeat(200)}</div>
      ${'<p>.</p>'.repeat(300)}`;
    expect(read(page(text.repeat(3))).published?.instant).toContain('2022-02-01');
    expect(read(page('')).published).toBeNull();
  });

  it('reads a page that declares nothing by what it shows', () => {
    const metadata = read(
      `<html lang="ar"><title>المطر يعود إلى السهول | الجريدة</title><body><div class="menu"><time>01-01-2020</time></div>
      <h1>المطر يعود إلى السهول</h1><p class="byline">بقلم سلمى الإدريسي</p><p>نشر في الجريدة يوم 26 - 04 - 2016</p>
      <p>وقع ذلك في 27 أبريل 1957 كما يذكر السكان.</p></body>`,
      { publisher: { name: 'الجريدة', timeZone: 'Africa/Casablanca' } },
    );
    expect(metadata.title).toBe('المطر يعود إلى السهول');
    expect(metadata.authors).toEqual(['سلمى الإدريسي']);
    expect(metadata.published).toMatchObject({
      instant: '2016-04-26T00:00:00+01:00',
      precision: 'day',
      source: 'visible',
    });
  });

  it('takes the address’s day when the page shows none', () => {
    const { published } = read('<h1>Pluie</h1>', {
      url: 'https://courrier.example/2024/05/02/pluie',
    });
    expect(published).toMatchObject({ precision: 'day', source: 'address' });
  });

  it('finds the date in the page’s own data as a last resort', () => {
    const { published } = read(
      '<h1>La pluie revient</h1><script>window.state={"publishedAt":"2024-05-02T10:00:00Z"}</script>',
    );
    expect(published?.instant).toBe('2024-05-02T10:00:00Z');
  });

  it('believes a feed where the page says nothing', () => {
    const { published } = read('<h1>Pluie</h1>', {
      feedEntry: { publishedAt: '2024-05-02T10:00:00Z' },
    });
    expect(published?.source).toBe('feed');
  });

  it('sees running coverage', () => {
    expect(
      read('<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>').liveBlog,
    ).toBe(true);
  });

  it('gives empty fields for any bytes', () => {
    for (const html of ['', '<', '\u0000', '<meta property="og:title">', '<h1><h1><h1>'])
      expect(read(html)).toMatchObject({ title: '', authors: [], published: null });
  });
});
