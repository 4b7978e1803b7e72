/**
 * How well one event told in other words is recognised, on judged pairs:
 *   node bench/dedupe/topics/main.ts [corpus of near-duplicates]
 * Pairs of the corpus (natural-pairs.json, by id) were judged by one reader from title and first lines, the same event
 * meaning the same occurrence: a reaction, the next match, another statement are others; doubtful ones left out.
 * They are those that share most rare words within 36 hours, so most negatives are hard. Hand-read pairs of the corpus
 * («story», «diff») are added; invented pairs in Arabic and French are judged by how they were made.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareTopics, isSameEvent, topicOf } from '@nashra/similarity';
import { readDocs } from '../documents.ts';
import { inventPairs, type JudgedPair } from './invented.ts';

const HOUR = 3_600_000;
const corpus = process.argv[2];
const pairs: JudgedPair[] = [...inventPairs()];
const folder = corpus ? join(resolve(corpus), 'dev') : '';
if (existsSync(join(folder, 'docs.jsonl'))) pairs.push(...readPairs());
else console.error('SKIPPED: pairs of the corpus: none given');

function readPairs(): JudgedPair[] {
  const docs = new Map(readDocs(folder).map((doc) => [doc.id, doc]));
  const text = (id: string) => {
    const doc = docs.get(id);
    if (!doc) throw new Error(`no document ${id}`);
    return { ...doc, language: doc.lang, hours: doc.publishedAt / HOUR };
  };
  const natural = JSON.parse(
    readFileSync(new URL('./natural-pairs.json', import.meta.url), 'utf8'),
  ) as readonly { readonly a: string; readonly b: string; readonly same: boolean }[];
  const hand = readFileSync(join(folder, 'manual_pairs.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ label }) => label === 'story' || label === 'diff')
    .map(({ a, b, label }) => ({ a, b, same: label === 'story' }));
  return [
    ...natural.map((pair) => ({ ...pair, kind: 'one language, read here' })),
    ...hand.map((pair) => ({ ...pair, kind: 'one language, read for the corpus' })),
  ].map(({ a, b, same, kind }) => ({ first: text(a), second: text(b), same, kind }));
}

interface Counts {
  pairs: number;
  same: number;
  found: number;
  right: number;
}

const table = new Map<string, Counts>();
for (const { first, second, same, kind } of pairs) {
  const gapMs = (first.hours - second.hours) * HOUR;
  const isFound = isSameEvent(compareTopics(topicOf(first), topicOf(second), gapMs));
  for (const name of [kind, kind.startsWith('ar-fr') ? 'ar-fr, all' : 'one language, all', 'all']) {
    const counts = table.get(name) ?? { pairs: 0, same: 0, found: 0, right: 0 };
    table.set(name, counts);
    counts.pairs++;
    if (same) counts.same++;
    if (isFound) counts.found++;
    if (isFound && same) counts.right++;
  }
}
console.table(
  Object.fromEntries(
    [...table].map(([name, counts]) => [
      name,
      {
        ...counts,
        precision: (counts.right / counts.found).toFixed(3),
        recall: (counts.right / counts.same).toFixed(3),
      },
    ]),
  ),
);
