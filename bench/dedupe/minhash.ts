import { foldText } from '@nashra/text';
import { type MinHash, MinHashFactory } from 'bloom-filters';
import type { Doc } from './documents.ts';

const HASHES = 128;
const BANDS = 32;
/** The library multiplies two of these in a double: more bits would be lost. */
const VALUES = 2 ** 26;
const factory = new MinHashFactory(HASHES, VALUES - 100);

/** Three-word shingles as numbers, distinct. */
function shinglesOf(text: string): number[] {
  const words = foldText(text).split(' ');
  const shingles = new Set<number>();
  for (let at = 0; at + 2 < words.length; at++) {
    let hash = 0x811c9dc5;
    for (let part = 0; part < 3; part++) {
      const word = words[at + part] as string;
      for (let unit = 0; unit < word.length; unit++)
        hash = Math.imul(hash ^ word.charCodeAt(unit), 0x01000193);
      hash = Math.imul(hash ^ 32, 0x01000193);
    }
    shingles.add((hash ^ (hash >>> 15)) & (VALUES - 1));
  }
  return [...shingles];
}

/** A sketch of 128 and the keys of its 32 bands of four. */
export function minHashOf(text: string): { readonly sketch: MinHash; readonly keys: string[] } {
  const sketch = factory.create();
  sketch.bulkLoad(shinglesOf(text));
  const rows = HASHES / BANDS;
  const keys = Array.from(
    { length: BANDS },
    (_, band) => `${band}:${sketch._signature.slice(band * rows, (band + 1) * rows).join(':')}`,
  );
  return { sketch, keys };
}

/** The same with a table of 32-bit multipliers: what MinHash costs when nothing is in its way. */
export function tightMinHashKeys(text: string): Int32Array {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shinglesOf(text))
    for (let at = 0; at < HASHES; at++) {
      const value = (Math.imul(shingle, MULTIPLIERS[at] as number) + (ADDENDS[at] as number)) >>> 0;
      if (value < (least[at] as number)) least[at] = value;
    }
  return Int32Array.from({ length: BANDS }, (_, band) =>
    least
      .subarray(band * 4, band * 4 + 4)
      .reduce((hash, it) => Math.imul(hash ^ it, 0x01000193), band),
  );
}
const MULTIPLIERS = Uint32Array.from({ length: HASHES }, (_, at) =>
  Math.imul(2 * at + 1, 0x9e3779b1),
);
const ADDENDS = Uint32Array.from({ length: HASHES }, (_, at) => Math.imul(at + 1, 0x85ebca6b));

/** Stories by MinHash: a shared band, an estimated Jaccard of a half, the best within 72 hours. */
export function clusterByMinHash(docs: readonly Doc[], windowMs: number): number[] {
  const index = new Map<string, number[]>();
  const sketches: MinHash[] = [];
  const stories: number[] = [];
  for (const [at, { title, body, publishedAt }] of docs.entries()) {
    const { sketch, keys } = minHashOf(body || title);
    const near = new Set(keys.flatMap((key) => index.get(key) ?? []));
    let best = { at: -1, alike: 0.5 };
    for (const other of near) {
      if (publishedAt - (docs[other] as Doc).publishedAt > windowMs) continue;
      if (sketch.isEmpty()) continue;
      const alike = sketch.compareWith(sketches[other] as MinHash);
      if (alike > best.alike || (alike === best.alike && best.at < 0)) best = { at: other, alike };
    }
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), at]);
    sketches.push(sketch);
    stories.push(best.at < 0 ? at : (stories[best.at] as number));
  }
  return stories;
}
