import { join } from 'node:path';
import { judgeBody } from '../../src/body/judge.ts';
import { shippedModel } from '../../src/body/model.ts';
import { bodyText } from '../../src/body/text.ts';
import { describeBody } from '../../src/body-facts.ts';
import { addressShape } from '../../src/metadata/kind/address-shape.ts';
import { classifyPage } from '../../src/metadata/kind/classify-page.ts';
import { kindFeatures } from '../../src/metadata/kind/kind-features.ts';
import { readMetadata } from '../../src/metadata/read-metadata.ts';
import { openPage } from '../../src/open-page.ts';
import { readPages } from '../corpus.ts';
import { emptiedPage } from './emptied-page.ts';
import type { Example } from './fit.ts';
import { inventedPages } from './invented-pages.ts';

const MAX_BLOCKS = 20_000;
const MAX_TEXT = 2_000_000;
const PER_SHAPE = 10;

/** An example with the name its figures are printed under. */
export interface NamedExample extends Example {
  readonly set: string;
  /** The shipped judge, with its rules, takes it for an article. */
  readonly isTaken: boolean;
}

/** Reads the corpora below `root` and adds emptied and invented pages. */
export function readExamples(root: string): NamedExample[] {
  const examples: NamedExample[] = [];
  const add = (
    set: string,
    isArticle: boolean,
    group: string,
    url: string,
    html: Uint8Array,
  ): void => {
    examples.push({ set, isArticle, group, ...judge(html, url) });
  };
  for (const set of [
    'articles/core',
    'arabic/pages',
    'articles/extra/trafilatura',
    'articles/extra/mediacloud',
  ]) {
    for (const { bytes: read, url, publisher, body } of readPages(join(root, set), set)) {
      const bytes = read();
      add(set, true, publisher, url, bytes);
      const emptied = body ? emptiedPage(Buffer.from(bytes).toString(), body) : null;
      const front = URL.parse(frontOf(url, examples.length), url)?.href;
      if (emptied && front) add('emptied', false, publisher, front, Buffer.from(emptied));
    }
  }
  for (const { bytes, url } of readPages(join(root, 'arabic/lists'), 'arabic/lists'))
    add('arabic/lists', false, url, url, bytes());
  for (const [index, { kind, url, html }] of inventedPages(PER_SHAPE).entries())
    add(`invented ${kind}`, kind === 'article', `invented ${index % 7}`, url, Buffer.from(html));
  return examples;
}

function judge(bytes: Uint8Array, url: string): Pick<NamedExample, 'features' | 'isTaken'> {
  const page = openPage(bytes, { url });
  const metadata = readMetadata(page);
  const judgement = judgeBody(page, metadata, MAX_BLOCKS, shippedModel());
  const { text } = bodyText(judgement.blocks, judgement.kept, MAX_TEXT);
  const body = describeBody(page.tree, judgement, text);
  return {
    features: kindFeatures(page.tree, metadata, body, addressShape(url)),
    isTaken: classifyPage(page, metadata, body).kind === 'article',
  };
}

/** Half of the emptied pages become front pages, the others pages of their section. */
function frontOf(url: string, turn: number): string {
  const section = URL.parse(url)?.pathname.split('/').find(Boolean) ?? '';
  return turn % 2 === 0 || /\d{4}|[-_.].*[-_.]/.test(section) ? '/' : `/${section}/`;
}
