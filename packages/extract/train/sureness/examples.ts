import { join } from 'node:path';
import { judgeBody } from '../../src/body/judge.ts';
import { findMarks } from '../../src/body/marks/find-marks.ts';
import type { Model } from '../../src/body/model.ts';
import { bodyText } from '../../src/body/text.ts';
import { describeBody } from '../../src/body-facts.ts';
import { readMetadata } from '../../src/metadata/read-metadata.ts';
import { openPage } from '../../src/open-page.ts';
import type { Question } from '../../src/sureness/judges.ts';
import { type PageWords, pageWords } from '../../src/sureness/page-words.ts';
import { pageNumbers } from '../../src/sureness/sureness.ts';
import { type CorpusPage, readPages } from '../corpus.ts';
import { emptiedPage } from './emptied-page.ts';
import { inventedPages } from './invented-pages.ts';
import { isSameDay, isSameTitle, sameNames, wordF1 } from './right.ts';

const MAX_BLOCKS = 20_000;
const MAX_TEXT = 2_000_000;
const PER_SHAPE = 10;
/** A body is right when it is this good. */
const GOOD_BODY = 0.9;

/** A page as the judges see it, and what is true of it; null where nobody knows. */
export interface Example {
  readonly features: readonly number[];
  readonly words: PageWords;
  readonly right: Readonly<Record<Question, boolean | null>>;
  /** F1 over words of the body, null where nobody knows. */
  readonly f1: number | null;
  /** Pages of one group are never split between training and scoring. */
  readonly group: string;
  /** What its figures are printed under. */
  readonly set: string;
}

/** Kinds of the benchmark that are certainly no articles; forums and manuals are left out. */
const OTHERS = new Set(['listing', 'collection', 'service', 'product']);
const UNKNOWN = { body: null, title: null, authors: null, date: null };

/**
 * Reads the corpora below `root` and adds emptied and invented pages.
 * @param modelOf the judge of blocks that has not seen a publisher
 */
export function* readExamples(
  root: string,
  modelOf: (publisher: string) => Model,
): Generator<Example> {
  const other = (set: string, group: string, url: string, html: Uint8Array): Example => {
    const { features, words } = judge(html, url, modelOf(group));
    return { features, words, group, set, right: { ...UNKNOWN, article: false }, f1: null };
  };
  for (const page of readPages(join(root, 'articles/wcxb'), 'wcxb')) {
    const { publisher, url, kind } = page;
    if (kind === 'article') yield article(page, modelOf(publisher));
    else if (OTHERS.has(kind)) yield other(`wcxb ${kind}`, publisher, url, page.bytes());
  }
  let turn = 0;
  for (const set of [
    'articles/core',
    'arabic/pages',
    'articles/extra/trafilatura',
    'articles/extra/mediacloud',
  ]) {
    for (const page of readPages(join(root, set), set)) {
      yield article(page, modelOf(page.publisher));
      const { body, url } = page;
      const emptied = body ? emptiedPage(Buffer.from(page.bytes()).toString(), body) : null;
      const front = URL.parse(frontOf(url, turn++), url)?.href;
      if (emptied && front) yield other('emptied', page.publisher, front, Buffer.from(emptied));
    }
  }
  for (const { bytes, url } of readPages(join(root, 'arabic/lists'), 'arabic/lists')) {
    yield other('arabic/lists', url, url, bytes());
  }
  for (const [index, { kind, url, html }] of inventedPages(PER_SHAPE).entries()) {
    const one = other(`invented ${kind}`, `invented ${index % 7}`, url, Buffer.from(html));
    yield { ...one, right: { ...one.right, article: kind === 'article' } };
  }
}

function article(page: CorpusPage, model: Model): Example {
  const { features, words, metadata, text } = judge(page.bytes(), page.url, model);
  const { title, authors, published } = metadata;
  const f1 = page.body === null ? null : wordF1(page.body, text);
  return {
    f1,
    features,
    words,
    group: page.publisher,
    set: page.set,
    right: {
      article: true,
      body: f1 === null ? null : f1 >= GOOD_BODY,
      title: page.title === null ? null : isSameTitle(page.title, title),
      authors: page.authors === null ? null : sameNames(page.authors, authors),
      date: page.publishedAt && published ? isSameDay(page.publishedAt, published.instant) : null,
    },
  };
}

function judge(bytes: Uint8Array, url: string, model: Model) {
  const page = openPage(bytes, { url });
  const metadata = readMetadata(page);
  const judgement = judgeBody(page, metadata, MAX_BLOCKS, model);
  const { blocks, listOf } = judgement.facts;
  const marks = findMarks(page.tree, blocks, judgement.kept);
  const { text } = bodyText({ tree: page.tree, blocks, listOf, marks }, judgement.kept, MAX_TEXT);
  const body = describeBody(judgement, text);
  const words = pageWords(judgement, metadata, url, body.root);
  return { features: pageNumbers(page, metadata, judgement, body), words, metadata, text };
}

/** Half of the emptied pages become front pages, the others pages of their section. */
function frontOf(url: string, turn: number): string {
  const section = URL.parse(url)?.pathname.split('/').find(Boolean) ?? '';
  return turn % 2 === 0 || /\d{4}|[-_.].*[-_.]/.test(section) ? '/' : `/${section}/`;
}
