import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One document of the corpus, at the address its publisher served it under. */
export interface CorpusDocument {
  readonly kind: 'feed' | 'article';
  readonly address: string;
  readonly contentType: string | undefined;
  /** Read when asked for: the whole corpus is large. */
  read(): Buffer;
}

/** The real feeds and every article and listing page; null where the corpus is not there. */
export function loadCorpus(root: string): CorpusDocument[] | null {
  if (!existsSync(root)) return null;
  return [
    ...loadFeeds(join(root, 'feeds/real')),
    ...loadPages(join(root, 'arabic/pages')),
    ...loadPages(join(root, 'articles')),
  ];
}

function loadFeeds(folder: string): CorpusDocument[] {
  const origins: { file: string; host: string }[] = JSON.parse(
    readFileSync(join(folder, 'origins.json'), 'utf8'),
  );
  return origins.map(({ file, host }) => ({
    kind: 'feed',
    address: `http://${host}/${encodeURIComponent(file)}`,
    contentType: 'application/xml',
    read: () => readFileSync(join(folder, 'feeds', file)),
  }));
}

function loadPages(folder: string): CorpusDocument[] {
  const expected = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('expected.json'))
    .sort();
  return expected.map((path) => {
    const page = join(folder, path, '..', 'page.html');
    const { id, url } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    const address = /^https?:/.test(url) ? url : `https://pages.example/${encodeURIComponent(id)}`;
    const read = () =>
      existsSync(page) ? readFileSync(page) : gunzipSync(readFileSync(`${page}.gz`));
    return { kind: 'article', address, contentType: 'text/html', read };
  });
}
