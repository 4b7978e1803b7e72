/**
 * Counts in how many texts of its language each word stands, and writes the common ones as hashes:
 *   node common-words.ts <corpus folder>
 * Only hashes and classes leave the corpora.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage, foldText } from '@nashra/text';
import { CLASS_SHARES, WORD_BITS } from '../src/signature/common-words.ts';
import { createWordReader } from '../src/signature/words.ts';

const MIN_TEXTS = 80;
/** A word of fewer texts than this is not common, whatever its share. */
const MIN_HOLDERS = 5;

const root = process.argv[2];
if (!root) throw new Error('usage: common-words.ts <corpus folder>');

function* texts(folder: string): Generator<string> {
  const told = new Set<string>();
  for (const line of readFileSync(join(folder, 'near-duplicates/dev/docs.jsonl'), 'utf8').split(
    '\n',
  )) {
    if (line === '') continue;
    const { clusterId, title, body } = JSON.parse(line);
    if (!told.has(clusterId)) yield `${title}\n${body}`;
    told.add(clusterId);
  }
  for (const set of [
    'articles/core',
    'articles/extra/trafilatura',
    'articles/wcxb',
    'arabic/pages',
  ]) {
    for (const name of existsSync(join(folder, set)) ? readdirSync(join(folder, set)) : []) {
      const file = join(folder, set, name, 'expected.json');
      if (!existsSync(file)) continue;
      const { title, body } = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof body === 'string' && body.length > 200) yield `${title ?? ''}\n${body}`;
    }
  }
}

const counts = new Map<string, { texts: number; words: Map<number, number> }>();
const read = createWordReader();
for (const text of texts(root)) {
  const language = detectLanguage(text).slice(0, 2);
  const count = counts.get(language) ?? { texts: 0, words: new Map<number, number>() };
  counts.set(language, count);
  count.texts++;
  const { hashes, sizes, count: words } = read(foldText(text));
  const seen = new Set<number>();
  for (let at = 0; at < words; at++)
    if ((sizes[at] as number) > 0) seen.add((hashes[at] as number) >>> (32 - WORD_BITS));
  for (const word of seen) count.words.set(word, (count.words.get(word) ?? 0) + 1);
}

const shares = new Map<number, number>();
for (const [language, { texts: total, words }] of counts) {
  if (total < MIN_TEXTS) continue;
  console.log(`${language}: ${total} texts, ${words.size} words`);
  for (const [word, holders] of words)
    if (holders >= MIN_HOLDERS) shares.set(word, Math.max(shares.get(word) ?? 0, holders / total));
}
const classes = CLASS_SHARES.map((least, index) => {
  const most = CLASS_SHARES[index - 1] ?? 2;
  const words = [...shares]
    .filter(([, share]) => share >= least && share < most)
    .map(([word]) => word);
  return Buffer.from(Uint32Array.from(words.sort((a, b) => a - b)).buffer).toString('base64');
});
const file = new URL('../src/signature/common-words.weights.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ classes }, null, 1)}\n`);
console.log(classes.map((packed) => (packed.length * 3) / 16));
