import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page with what should come out of it. Fields that a set does not have are null. */
export interface CorpusPage {
  readonly id: string;
  /** `scrapinghub`, `fundus`, `arabic`, `trafilatura`, … */
  readonly set: string;
  /** Pages of one publisher are never split between training and scoring. */
  readonly publisher: string;
  readonly url: string;
  /** What kind of page it is, where a set has others than articles too. */
  readonly kind: string;
  readonly body: string | null;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly title: string | null;
  readonly authors: readonly string[] | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  readonly bytes: () => Uint8Array;
}

interface Expected {
  readonly id: string;
  readonly url?: string;
  /** Pages of lists have this instead. */
  readonly base?: string;
  readonly set?: string;
  readonly publisherKey?: string;
  readonly kind?: string;
  readonly body?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string | null;
  readonly authors?: readonly string[] | null;
  readonly publishedAt?: string | null;
}

/** Endings below which others register names, besides those of two letters each. */
const SHARED_ENDING =
  /^(?:com?|net|org|gov|edu|ac|gob|gouv|blogspot|wordpress|substack|medium|github)\.\w+$/;

/** The name that was registered: pages of its hosts share a publisher. */
function domainOf(url: string): string {
  const labels = (URL.parse(url)?.hostname ?? url).split('.');
  return labels.slice(SHARED_ENDING.test(labels.slice(-2).join('.')) ? -3 : -2).join('.');
}

/** The pages of one folder of a corpus; none when it is not there. */
export function readPages(folder: string, set: string): CorpusPage[] {
  const pages: CorpusPage[] = [];
  if (!existsSync(folder)) return pages;
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, 'expected.json');
    if (!existsSync(file)) continue;
    const expected: Expected = JSON.parse(readFileSync(file, 'utf8'));
    const url = expected.url ?? expected.base ?? '';
    const plain = join(folder, name, 'page.html');
    pages.push({
      id: expected.id,
      set: expected.set ?? set,
      publisher: domainOf(url),
      url,
      kind: expected.kind ?? 'article',
      body: expected.body ?? null,
      with: expected.with ?? [],
      without: expected.without ?? [],
      title: expected.title ?? null,
      authors: expected.authors ?? null,
      publishedAt: expected.publishedAt ?? null,
      bytes: () =>
        existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`)),
    });
  }
  return pages;
}

/** Kinds of the benchmark whose text is told as an article's is: in sections, steps and posts. */
const TOLD_ALIKE = new Set(['documentation', 'service', 'forum']);

/** Every labelled article below a corpus folder. */
export function readCorpus(root: string): CorpusPage[] {
  return [
    ...readPages(join(root, 'articles/core'), 'core'),
    ...readPages(join(root, 'arabic/pages'), 'arabic'),
    ...readPages(join(root, 'articles/extra/trafilatura'), 'trafilatura'),
    ...benchmark(root).filter(({ kind }) => kind === 'article'),
  ];
}

/** What blocks are learned from: the articles, then pages of other kinds, in sets named by their kind. */
export function readLessons(root: string): CorpusPage[] {
  const others = benchmark(root).filter(({ kind }) => TOLD_ALIKE.has(kind));
  return [
    ...readCorpus(root),
    ...others.map((page) => ({ ...page, set: `${page.set} ${page.kind}` })),
  ];
}

const benchmark = (root: string): CorpusPage[] =>
  readPages(join(root, 'articles/wcxb'), 'wcxb').filter(({ body }) => body !== null);
