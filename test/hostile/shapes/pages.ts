import { around, Filler } from './filler.ts';
import { NESTED } from './nested.ts';
import type { Shape } from './shape.ts';

const STORY =
  'The council voted for the new harbour on Monday after a long debate about its costs. ';
const TITLE = 'Council votes for the harbour';
const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>`;
const OPEN = `</head><body><article><h1>${TITLE}</h1><p>${STORY.repeat(12)}</p>`;
const CLOSE = `<p>${STORY.repeat(6)}</p></article></body></html>`;

type Part = (at: number, filler: Filler) => string;

/** An article whose body holds the same thing again and again. */
const inBody = (name: string, part: Part, wrap: readonly [string, string] = ['', '']): Shape => ({
  name: `page: ${name}`,
  kind: 'page',
  make: (bytes, random) =>
    around(bytes, random, { before: HEAD + OPEN + wrap[0], after: wrap[1] + CLOSE, part }),
});

/** An article whose head does. */
const inHead = (name: string, part: Part, wrap: readonly [string, string] = ['', '']): Shape => ({
  name: `page: ${name}`,
  kind: 'page',
  make: (bytes, random) =>
    around(bytes, random, { before: HEAD + wrap[0], after: wrap[1] + OPEN + CLOSE, part }),
});

const LONG = 'a'.repeat(1_900);
const longBase = `<base href="https://news.example/${LONG}/">`;
const paragraph: Part = (_, f) => `<p>${f.words(40)}</p>`;

/** Shapes of pages by which little comes in and much could come out, or much work be done. */
export const PAGES: readonly Shape[] = [
  inBody('paragraphs', paragraph),
  inBody('one block', (_, f) => `${f.words(50)} `, ['<p>', '</p>']),
  inBody('one word', () => 'ا'.repeat(1_000), ['<p>', '</p>']),
  inBody('tiny blocks', () => '<p>a</p>'),
  inBody('small blocks', (_, f) => `<p>${f.words(4)}.</p>`),
  inBody('line breaks', (_, f) => `${f.words(3)}<br>`, ['<p>', '</p>']),
  inBody('links of one letter', () => '<a href=a>a</a> ', ['<p>', '</p>']),
  inBody('links, a block each', (at) => `<p>word <a href=${at}>link</a> word</p>`),
  {
    name: 'page: links under a long base',
    kind: 'page',
    make: (bytes, random) =>
      around(bytes, random, {
        before: `${HEAD}${longBase}${OPEN}<p>`,
        after: `</p>${CLOSE}`,
        part: (at) => `<a href=${at}>word</a> `,
      }),
  },
  {
    name: 'page: images under a long base',
    kind: 'page',
    make: (bytes, random) =>
      around(bytes, random, {
        before: HEAD + longBase + OPEN,
        after: CLOSE,
        part: (at) => `<img src=${at}.jpg width=900 height=600>`,
      }),
  },
  {
    name: 'page: images under a long base between paragraphs',
    kind: 'page',
    make: (bytes, random) =>
      around(bytes, random, {
        before: HEAD + longBase + OPEN,
        after: CLOSE,
        part: (at, f) => `<p>${f.words(9)}</p><img src=${at}.jpg width=900 height=600>`,
      }),
  },
  inBody('images', (at) => `<img src="/i/${at}.jpg" width=900 height=600 alt="a harbour ${at}">`),
  inBody(
    'figures with captions',
    (at, f) =>
      `<figure><img src="/i/${at}.jpg" width=900 height=600><figcaption>${f.words(60)}</figcaption></figure>`,
  ),
  inBody('one caption for many images', (at) => `<img src="/i/${at}.jpg" width=900 height=600>`, [
    '<figure>',
    `<figcaption>${STORY.repeat(20)}</figcaption></figure>`,
  ]),
  inBody('alternative texts', (at) => `<img src="/i/${at}.jpg" alt="${'word '.repeat(380)}">`),
  inBody('srcset', (at) => `/i/${at}.jpg ${at}w, `, ['<img width=900 src="/a.jpg" srcset="', '">']),
  inBody('sources', (at) => `<source srcset="/i/${at}.webp 900w">`, [
    '<picture>',
    '<img src="/a.jpg"></picture>',
  ]),
  inBody(
    'data attributes of images',
    (at) => `<img src="data:," data-src="/i/${at}.jpg" data-original="/o/${at}.jpg">`,
  ),
  inBody('data addresses', (at) => `<img src="data:image/png;base64,${'A'.repeat(900)}${at}">`),
  inBody('attributes of one element', (at) => ` data-a${at}="value"`, ['<p', '>text</p>']),
  inBody('classes of one element', (at) => `c${at} `, ['<div class="', '"><p>text</p></div>']),
  inBody(
    'long classes',
    (at) => `<div class="${'post body '.repeat(40)}${at}"><p>a few words here</p></div>`,
  ),
  inBody('references', () => '&lt;&amp;&quot;', ['<p>', '</p>']),
  inBody('quotes', () => '"\'"', ['<p>', '</p>']),
  inBody('long references', () => '&CounterClockwiseContourIntegral;', ['<p>', '</p>']),
  inBody('ligatures', () => '\ufdfa ', ['<p>', '</p>']),
  inBody('open references', () => '&#', ['<p>', '</p>']),
  inBody('table cells', () => '<td>a', ['<table><tr>', '</table>']),
  inBody('table rows', (at) => `<tr><td>${at}<td>two`, ['<table>', '</table>']),
  inBody('tables', () => '<table><tr><td>a</td></tr></table>'),
  inBody('text misplaced in a table', (_, f) => `${f.words(2)}<tr>`, ['<table>', '</table>']),
  inBody('list items', () => '<li>item', ['<ul>', '</ul>']),
  inBody('definitions', () => '<dt>a<dd>b', ['<dl>', '</dl>']),
  inBody('headings', (at) => `<h2>Heading ${at}</h2>`),
  inBody('main headings', (at) => `<h1>Council votes ${at}</h1>`),
  inBody('bylines', (at) => `<span class="author">By John Smith${at}</span>`),
  inBody('dates', (at) => `<time datetime="2024-01-0${(at % 9) + 1}">on day ${at}</time>`),
  inBody('visible dates', (at) => `<div class="date">${at % 28} January 2024, 10:${at % 60}</div>`),
  inBody('one date field', (_, f) => `${f.words(1)} 12 `, ['<div class="date">', '</div>']),
  inBody('embeds', (at) => `<iframe src="https://www.youtube.com/embed/abcdefgh${at}"></iframe>`),
  inBody('comments', () => '<!--x-->'),
  inBody('open comment', () => '<!-- ', ['', '']),
  inBody('microdata', (at) => `<span itemprop="author name headline">Name ${at}</span>`),
  inBody(
    'article elements',
    (at) => `<article><h3><a href=${at}>A headline ${at}</a></h3></article>`,
  ),
  inBody('form fields', () => '<input><button>a</button>'),
  inBody('preformatted lines', (_, f) => `${f.words(6)}\n`, ['<pre>', '</pre>']),
  inBody('spaces', () => ' '.repeat(1_000), ['<p>', '</p>']),
  inBody('formatting', () => '<b>a<i>b</b>c</i>', ['<p>', '</p>']),
  inBody('marks', () => `e${'\u0301'.repeat(600)} `, ['<p>', '</p>']),
  inHead('metas', (at) => `<meta property="og:image" content="/i/${at}.jpg">`),
  inHead('long metas', (at) => `<meta name="description" content="${STORY.repeat(90)}${at}">`),
  inHead('tags', (at) => `<meta property="article:tag" content="Tag ${at}">`),
  inHead('one keyword list', (at) => `tag ${at},`, ['<meta name="keywords" content="', '">']),
  inHead('author metas', (at) => `<meta name="author" content="John Smith${at}">`),
  inHead('relations', (at) => `<link rel="canonical alternate amphtml" href="/x/${at}">`),
  inHead('title', (_, f) => `${f.words(5)} | `, ['<title>', '</title>']),
  inHead('scripts', (at) => `<script>var a${at}={"b":[${at}]}</script>`),
  inHead('one script', (at) => `"k${at}":"${STORY}",`, ['<script>window.state={', '}</script>']),
  inHead('styles', (at) => `.c${at}{color:red}`, ['<style>', '</style>']),
  ...linkedData(),
  ...NESTED.map(([name, open, close]) => nested(name, open, close)),
];

function linkedData(): Shape[] {
  const open = '<script type="application/ld+json">';
  const article = `${open}{"@context":"https://schema.org","@type":"NewsArticle","headline":"${TITLE}"`;
  const close = '}</script>';
  return [
    inHead('JSON-LD scripts', (at) => `${article},"position":${at}${close}`),
    inHead('JSON-LD body', (_, f) => `${f.words(30)} `, [
      `${article},"articleBody":"`,
      `"${close}`,
    ]),
    inHead('JSON-LD authors', (at) => `{"@type":"Person","name":"John Smith${at}"},`, [
      `${article},"author":[`,
      `{}]${close}`,
    ]),
    inHead('JSON-LD images', (at) => `"https://news.example/${at}.jpg",`, [
      `${article},"image":[`,
      `""]${close}`,
    ]),
    inHead('JSON-LD keywords', (at) => `"word ${at}",`, [`${article},"keywords":[`, `""]${close}`]),
    inHead('JSON-LD nested', () => '{"@graph":[', [open, '</script>']),
    inHead('JSON-LD with breaks', () => '"a\n",\\x,', [`${article},"keywords":[`, `""]${close}`]),
    inHead('JSON-LD graph', (at) => `{"@id":"#${at}","author":{"@id":"#${at + 1}"}},`, [
      `${open}{"@graph":[`,
      `{}]${close}`,
    ]),
  ];
}

function nested(name: string, open: string, close: string): Shape {
  return {
    name: `page: nested ${name}`,
    kind: 'page',
    make(bytes, random) {
      const filler = new Filler((bytes - 3_000) / (close === '' ? 1 : 2), random);
      filler.fill(() => open);
      return `${HEAD}${OPEN}${filler.text}${STORY.repeat(5)}${close.repeat(filler.count)}${CLOSE}`;
    },
  };
}
