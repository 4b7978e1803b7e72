import type { PageKind } from '../../src/types.ts';
import { VOCABULARIES, type Vocabulary } from './invented-words.ts';

/** A page made up to have one shape. */
export interface InventedPage {
  readonly kind: PageKind;
  readonly url: string;
  readonly html: string;
}

const HOST = 'https://nouvelles.example';

/** A page under construction: its language, its dice and the habits of its template. */
class Author {
  readonly #vocabulary: Vocabulary;
  readonly #language: string;
  readonly #style: number;
  readonly #sentences: number;
  #seed: number;

  constructor(language: keyof typeof VOCABULARIES, seed: number) {
    this.#language = language;
    this.#vocabulary = VOCABULARIES[language];
    this.#seed = seed * 7919 + language.charCodeAt(0);
    this.#style = seed % 4;
    this.#sentences = this.number(0, 3);
  }

  number(from: number, to: number): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return from + Math.floor((this.#seed / 0x7fffffff) * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.number(0, 999) < share * 1000;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.number(0, list.length - 1) % list.length] as T;
  }

  words(count: number): string {
    return Array.from({ length: count }, () => this.pick(this.#vocabulary.words)).join(' ');
  }

  prose(sentences: number): string {
    return Array.from({ length: sentences }, () => `${this.words(this.number(10, 22))}.`).join(' ');
  }

  headline(): string {
    return this.words(this.number(6, 13));
  }

  slug(): string {
    const { words } = VOCABULARIES.en;
    const parts = Array.from({ length: this.number(4, 7) }, () => this.pick(words));
    return `${parts.join('-')}-${this.number(10_000, 999_999)}`;
  }

  teasers(count: number): string {
    const items = Array.from({ length: count }, () => this.#teaser()).join('\n');
    if (this.#style === 2) return `<ul>${items}</ul>`;
    return this.#style === 3 ? `<table><tr>${items}</tr></table>` : items;
  }

  #teaser(): string {
    const href = `/politics/${this.slug()}`;
    const text = this.#sentences > 0 ? `<p>${this.prose(this.#sentences)}</p>` : '';
    const when = `<time datetime="2024-05-1${this.number(0, 9)}T10:00:00Z">${this.#vocabulary.ago(this.number(1, 20))}</time>`;
    const title = this.headline();
    if (this.#style === 0)
      return `<article class="post"><a href="${href}"><img src="/i/${this.number(1, 999)}.jpg"></a><h3><a href="${href}">${title}</a></h3>${text}${when}</article>`;
    if (this.#style === 1)
      return `<div class="item"><a href="${href}"><h2>${title}</h2></a>${text}<a href="${href}">${this.#vocabulary.more}</a></div>`;
    if (this.#style === 2) return `<li><a href="${href}">${title}</a> ${when}</li>`;
    return `<td><a href="${href}"><b>${title}</b></a><br>${text}</td>`;
  }

  page(title: string, main: string, head = ''): string {
    const { sections, more } = this.#vocabulary;
    const menu = sections
      .map((name, index) => `<li><a href="/s${index}">${name}</a></li>`)
      .join('');
    const latest = Array.from(
      { length: 8 },
      () => `<li><a href="/x/${this.slug()}">${this.headline()}</a></li>`,
    ).join('');
    const type = this.chance(0.6) ? '<meta property="og:type" content="website">' : '';
    return `<!doctype html><html lang="${this.#language}"><head><title>${title} | Nouvelles</title><meta property="og:site_name" content="Nouvelles">${type}${head}</head><body><header><nav><ul>${menu}</ul></nav></header><div id="main">${main}</div><aside class="sidebar"><h4>${more}</h4><ul>${latest}</ul></aside><footer><p>© Nouvelles ${this.words(12)}</p></footer></body></html>`;
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }
}

const SHAPES: readonly ((author: Author) => InventedPage)[] = [
  (a) => ({
    kind: 'home',
    url: HOST + a.pick(['/', '/index.html', '/ar/', '/fr']),
    html: a.page(
      `Nouvelles - ${a.words(4)}`,
      a.vocabulary.sections
        .slice(0, 4)
        .map((name) => `<section><h2>${name}</h2>${a.teasers(a.number(4, 9))}</section>`)
        .join(''),
    ),
  }),
  (a) => ({
    kind: 'listing',
    url: `${HOST}${a.pick(['/tag/', '/category/', '/section/', '/archives/'])}topic${a.pick(['', '/', '/page/2/'])}`,
    html: a.page(a.words(2), `<h1>${a.words(2)}</h1>${a.teasers(a.number(8, 25))}`),
  }),
  (a) => {
    const title = `${a.vocabulary.search} «${a.words(1)}»`;
    return {
      kind: 'listing',
      url: `${HOST}/${a.pick(['?s=', 'search?q='])}rain`,
      html: a.page(title, `<h1>${title}</h1>${a.teasers(a.number(3, 20))}`),
    };
  },
  (a) => {
    const title = a.pick(a.vocabulary.sections);
    return {
      kind: 'listing',
      url: `${HOST}/${a.pick(['politics', 'sport', 'economy', 'world'])}`,
      html: a.page(title, `<h1>${title}</h1>${a.teasers(a.number(8, 25))}`),
    };
  },
  (a) => {
    const title = a.headline();
    const data = { '@type': 'VideoObject', name: title, uploadDate: '2024-05-01T10:00:00Z' };
    return {
      kind: 'video',
      url: `${HOST}/videos/${a.slug()}`,
      html: a.page(
        title,
        `<h1>${title}</h1><video src="/v.mp4"></video><p>${a.prose(a.number(0, 2))}</p>${a.teasers(a.number(4, 10))}`,
        `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      ),
    };
  },
  (a) => {
    const title = a.headline();
    const figures = Array.from(
      { length: a.number(8, 20) },
      () =>
        `<figure><img src="/g/${a.number(1, 9999)}.jpg"><figcaption>${a.words(a.number(4, 12))}</figcaption></figure>`,
    );
    return {
      kind: 'gallery',
      url: `${HOST}${a.pick(['/photos/', '/galerie/', '/diaporama/'])}${a.slug()}`,
      html: a.page(title, `<h1>${title}</h1><p>${a.prose(1)}</p>${figures.join('')}`),
    };
  },
  (a) => {
    const title = a.pick(a.vocabulary.notFound);
    const rest = a.chance(0.5) ? a.teasers(a.number(3, 8)) : '';
    return {
      kind: 'error',
      url: `${HOST}/politics/${a.slug()}`,
      html: a.page(title, `<h1>${title}</h1><p>${a.prose(a.number(1, 2))}</p>${rest}`),
    };
  },
  (a) => ({
    kind: 'other',
    url: HOST + a.pick(['/contact', '/about', '/privacy']),
    html: a.page(
      'Contact',
      `<h1>Contact</h1><p>${a.prose(2)}</p><form><input><textarea></textarea></form>`,
    ),
  }),
  (a) => {
    const title = a.headline();
    const data = { '@type': 'NewsArticle', headline: title, datePublished: '2024-05-01T10:00:00Z' };
    const head = a.chance(0.5)
      ? `<script type="application/ld+json">${JSON.stringify(data)}</script>`
      : '';
    const paragraphs = Array.from(
      { length: a.number(3, 12) },
      () => `<p>${a.prose(a.number(2, 5))}</p>`,
    );
    return {
      kind: 'article',
      url: `${HOST}/politics/${a.slug()}`,
      html: a.page(
        title,
        `<h1>${title}</h1><time datetime="2024-05-01T10:00:00Z">1/5/2024</time><div class="body">${paragraphs.join('')}</div>${a.teasers(a.number(0, 8))}`,
        head,
      ),
    };
  },
];

/** Pages of every shape in three languages; the same ones on every run. */
export function inventedPages(perShape: number): InventedPage[] {
  const pages: InventedPage[] = [];
  for (const language of ['ar', 'fr', 'en'] as const)
    for (let seed = 0; seed < perShape; seed++)
      for (const shape of SHAPES) pages.push(shape(new Author(language, seed)));
  return pages;
}
