/** One bar of a chart. */
export interface Bar {
  readonly name: string;
  readonly value: number;
}

/** A bench of the page: how it is run in bounded form, and what of its last line is shown. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  /** What is compared, in a sentence or two. */
  readonly says: string;
  readonly unit: string;
  /** Arguments of Node; `corpus` is where the corpora lie. */
  args(corpus: string): readonly string[];
  /** Whether it reads corpora that do not come with the project. */
  readonly needsCorpus: boolean;
  bars(figures: never): readonly Bar[];
}

type Named = Readonly<Record<string, number>>;
type Rows = readonly Readonly<Record<string, number | string>>[];

const column = (rows: Rows, name: string, value: string): Bar[] =>
  rows.map((row) => ({ name: String(row[name]), value: Number(row[value]) }));

export const ENTRIES: readonly Entry[] = [
  {
    name: 'pipeline',
    title: 'Carrying an article',
    says: 'The whole pipeline, services, Postgres and Redis counted, beside a straight loop in one process with the same extraction and the usual npm script over the same pages.',
    unit: 'CPU ms an article',
    needsCorpus: true,
    args: (corpus) => [
      'bench/pipeline/main.ts',
      ...['--articles', '1000', '--rounds', '2', '--corpus', corpus],
    ],
    bars: ({ pipeline, straight, script }: Named) => [
      { name: 'Nashra', value: pipeline ?? 0 },
      { name: 'straight loop', value: straight ?? 0 },
      { name: 'npm script', value: script ?? 0 },
    ],
  },
  {
    name: 'extract',
    title: 'Reading a page',
    says: 'Extractors over every tenth page of a corpus, in turns, warm; each page counts with the median of three passes.',
    unit: 'CPU ms a page',
    needsCorpus: true,
    args: (corpus) => [
      'bench/extract/main.ts',
      corpus,
      '10',
      ...['nashra', 'readability + linkedom', 'readability + jsdom', 'defuddle', 'extractus'],
    ],
    bars: (rows: Rows) => column(rows, 'extractor', 'ms mean'),
  },
  {
    name: 'feeds',
    title: 'Reading a feed',
    says: 'Feed readers over a folder of feeds as publishers serve them, a process each; the fastest of three rounds counts.',
    unit: 'CPU µs a feed',
    needsCorpus: true,
    args: (corpus) => ['bench/feeds/main.ts', `${corpus}/feeds/real`, '3'],
    bars: (rows: Rows) => column(rows, 'reader', 'CPU µs a feed'),
  },
  {
    name: 'dedupe',
    title: 'Signing a text',
    says: 'Signatures with their keys beside MinHash-LSH (128 hashes, 32 bands) over the same invented bodies of 300 words.',
    unit: 'CPU µs a document',
    needsCorpus: false,
    args: () => ['bench/dedupe/main.ts'],
    bars: (costs: Named) => Object.entries(costs).map(([name, value]) => ({ name, value })),
  },
  {
    name: 'search',
    title: 'Asking for articles',
    says: '`reader.search` and the same words by a plain GIN index, over 100,000 articles.',
    unit: 'ms, 95 of 100 questions',
    needsCorpus: false,
    args: () => [
      'bench/search/main.ts',
      '--articles',
      '100000',
      '--questions',
      '120',
      '--rounds',
      '1',
    ],
    bars: ({ atRest, busy, plainly }: Readonly<Record<string, { readonly clock: Named }>>) => [
      { name: 'Nashra, at rest', value: atRest?.clock['p95'] ?? 0 },
      { name: 'Nashra, while articles are written', value: busy?.clock['p95'] ?? 0 },
      { name: 'plain GIN', value: plainly?.clock['p95'] ?? 0 },
    ],
  },
  {
    name: 'portal',
    title: 'Reading the site',
    says: 'Pages of the portal over 20,000 articles, kept ones and others, asked by 40 connections.',
    unit: 'ms, 99 of 100 pages',
    needsCorpus: false,
    args: () => ['bench/portal/main.ts', '--articles', '20000', '--seconds', '5'],
    bars: (figures: Readonly<Record<string, { readonly p99?: number } | null>>) =>
      Object.entries(figures).flatMap(([name, it]) =>
        typeof it?.p99 === 'number' ? [{ name, value: it.p99 }] : [],
      ),
  },
];
