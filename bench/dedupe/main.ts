/**
 * What recognising copies costs and how well it does:
 *   node bench/dedupe/main.ts [corpus of near-duplicates] [rounds]
 * Speed: signatures with their keys beside MinHash-LSH (128 hashes, 32 bands) over the same bodies of 300 words, on
 * one core, in turns; the median round counts. Quality: each document of the corpus in order, scored by the corpus.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClusterer, DEFAULT_WINDOW_MS, packSignature, signatureOf } from '@nashra/similarity';
import { textKey, titleKey } from '@nashra/text';
import { cutTo, type Doc, inventDocs, readDocs } from './documents.ts';
import { clusterByMinHash, minHashOf, tightMinHashKeys } from './minhash.ts';

const WORDS = 300;
const [corpus = '', rounds = '5'] = process.argv.slice(2);
const folder = join(resolve(corpus), 'dev');
const docs = corpus === '' ? [] : readDocs(folder);
if (docs.length === 0) console.error('SKIPPED: quality, and speed on real texts: no corpus given');

const spent = speed(cutTo(docs.length > 0 ? docs : inventDocs(2000, WORDS), WORDS).slice(0, 2000));
if (docs.length > 0 && existsSync(join(folder, '../score.mjs'))) await quality();
console.log(JSON.stringify(spent));

/** Microseconds of CPU a document, by method. */
function speed(texts: readonly Doc[]): Readonly<Record<string, number>> {
  const methods: Record<string, (doc: Doc) => unknown> = {
    'nashra: signature and keys': ({ title, body, lang }) =>
      signatureOf({ title, body, language: lang }).keys,
    'MinHash 128, bloom-filters': ({ body }) => minHashOf(body).keys,
    'MinHash 128, tight loop': ({ body }) => tightMinHashKeys(body),
  };
  const costs = new Map<string, number[]>(Object.keys(methods).map((name) => [name, []]));
  for (let round = 0; round <= Number(rounds); round++)
    for (const [name, run] of Object.entries(methods)) {
      const before = process.cpuUsage();
      for (const doc of texts) run(doc);
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      if (round > 0) costs.get(name)?.push((user + system) / texts.length);
    }
  const medians = [...costs].map(([name, all]) => ({ name, us: medianOf(all) }));
  const own = medians[0]?.us ?? 1;
  console.table(
    medians.map(({ name, us }) => ({
      name,
      'µs of CPU': us.toFixed(0),
      'documents/s': Math.round(1e6 / us),
      'times ours': (us / own).toFixed(2),
    })),
  );
  const signatures = texts.map(({ title, body, lang }) =>
    signatureOf({ title, body, language: lang }),
  );
  const bytes = signatures.map((it) => packSignature(it).length);
  const keys = signatures.map((it) => it.keys.length);
  console.log(
    `bytes a signature: ${medianOf(bytes)}, keys: ${medianOf(keys)} (median, ${WORDS} words)`,
  );
  return Object.fromEntries(medians.map(({ name, us }) => [name, us]));
}

async function quality(): Promise<void> {
  const { score } = await import(join(folder, '../score.mjs'));
  const rows: Record<string, object> = {};
  const add = (name: string, stories: readonly (number | string)[]): void => {
    const { all, manualPairsMerged: hand } = score(
      folder,
      docs.map(({ id }, at) => ({ id, clusterId: stories[at] })),
    );
    const figures = {
      precision: all.precision,
      recall: all.recall,
      F1: all.f1,
      'B³': all.bcubedF1,
    };
    const rounded = Object.entries(figures).map(([name, value]) => [
      name,
      Number(value.toFixed(4)),
    ]);
    rows[name] = { ...Object.fromEntries(rounded), ...hand };
  };
  add(
    'exact folded body',
    docs.map(({ body }, at) => textKey(body) || at),
  );
  add(
    'exact folded title',
    docs.map(({ title }, at) => titleKey(title) || at),
  );
  add('MinHash 32×4, Jaccard ≥ .5', clusterByMinHash(docs, DEFAULT_WINDOW_MS));
  const clusterer = createClusterer();
  const before = process.cpuUsage();
  add(
    'nashra',
    docs.map(({ title, body, lang, publishedAt }) => {
      const signature = signatureOf({ title, body, language: lang });
      return clusterer.add({ signature, publishedAt }).storyId;
    }),
  );
  const { user } = process.cpuUsage(before);
  console.table(rows);
  console.log(
    `nashra: ${(user / 1000 / docs.length).toFixed(2)} ms a document, candidates in memory`,
  );
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
