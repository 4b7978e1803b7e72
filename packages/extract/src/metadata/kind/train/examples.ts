import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { judgeBody } from '../../../body/judge.ts';
import { shippedModel } from '../../../body/model.ts';
import { bodyText } from '../../../body/text.ts';
import { describeBody } from '../../../body-facts.ts';
import { openPage } from '../../../open-page.ts';
import { readMetadata } from '../../read-metadata.ts';
import { addressShape } from '../address-shape.ts';
import { kindFeatures } from '../kind-features.ts';
import { emptiedPage } from './emptied-page.ts';
import type { Example } from './fit.ts';
import { inventedPages } from './invented-pages.ts';

const MAX_BLOCKS = 20_000;
const MAX_TEXT = 2_000_000;
const PER_SHAPE = 10;

/** An example with the name its figures are printed under. */
export interface NamedExample extends Example {
  readonly set: string;
}

interface Expected {
  readonly url?: string;
  readonly base?: string;
  readonly body?: string | null;
  readonly publisherKey?: string;
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
    examples.push({ set, isArticle, group, features: featuresOf(html, url) });
  };
  for (const set of [
    'articles/core',
    'arabic/pages',
    'articles/extra/trafilatura',
    'articles/extra/mediacloud',
  ]) {
    for (const { bytes, url, expected } of pagesIn(join(root, set))) {
      const host = expected.publisherKey ?? URL.parse(url)?.host ?? url;
      add(set, true, host, url, bytes);
      const emptied = expected.body
        ? emptiedPage(Buffer.from(bytes).toString(), expected.body)
        : null;
      const front = URL.parse(frontOf(url, examples.length), url)?.href;
      if (emptied && front) add('emptied', false, host, front, Buffer.from(emptied));
    }
  }
  for (const { bytes, url } of pagesIn(join(root, 'arabic/lists')))
    add('arabic/lists', false, url, url, bytes);
  for (const [index, { kind, url, html }] of inventedPages(PER_SHAPE).entries())
    add(`invented ${kind}`, kind === 'article', `invented ${index % 7}`, url, Buffer.from(html));
  return examples;
}

function featuresOf(bytes: Uint8Array, url: string): number[] {
  const page = openPage(bytes, { url });
  const metadata = readMetadata(page);
  const judgement = judgeBody(page, metadata, MAX_BLOCKS, shippedModel());
  const text = bodyText(judgement.blocks, judgement.kept, MAX_TEXT);
  const body = describeBody(page.tree, judgement, text);
  return kindFeatures(page.tree, metadata, body, addressShape(url));
}

/** Half of the emptied pages become front pages, the others pages of their section. */
function frontOf(url: string, turn: number): string {
  const section = URL.parse(url)?.pathname.split('/').find(Boolean) ?? '';
  return turn % 2 === 0 || /\d{4}|[-_.].*[-_.]/.test(section) ? '/' : `/${section}/`;
}

function* pagesIn(
  folder: string,
): Generator<{ bytes: Uint8Array; url: string; expected: Expected }> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, 'expected.json');
    if (!existsSync(file)) continue;
    const expected: Expected = JSON.parse(readFileSync(file, 'utf8'));
    const plain = join(folder, name, 'page.html');
    const bytes = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
    yield { bytes, url: expected.url ?? expected.base ?? '', expected };
  }
}
