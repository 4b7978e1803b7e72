import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signatureOf } from '../signature/signature-of.ts';
import { createClusterer } from './clusterer.ts';

const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus');
const folder = join(corpus, 'near-duplicates/dev');
const isThere = existsSync(folder);
if (!isThere) process.stderr.write('SKIPPED: no corpus of near-duplicates beside the project\n');

describe.skipIf(!isThere)('on a corpus beside the project', () => {
  it('finds the stories, as documents come', { timeout: 60_000 }, async () => {
    const { score } = await import(join(folder, '../score.mjs'));
    const clusterer = createClusterer();
    const lines = readFileSync(join(folder, 'docs.jsonl'), 'utf8').split('\n').filter(Boolean);
    const stories = lines.map((line) => {
      const { id, title, body, lang, publishedAt } = JSON.parse(line);
      const signature = signatureOf({ title, body, language: lang });
      return {
        id,
        clusterId: clusterer.add({ signature, publishedAt: Date.parse(publishedAt) }).storyId,
      };
    });
    const { all, manualPairsMerged: hand } = score(folder, stories);
    expect(all.f1).toBeGreaterThan(0.988);
    expect(all.bcubedF1).toBeGreaterThan(0.99);
    const merged = (label: string) => Number.parseInt(hand[label], 10);
    expect(merged('dup')).toBeGreaterThanOrEqual(72);
    expect(merged('diff')).toBe(0);
    expect(merged('part')).toBe(0);
  });

  it('makes 52 stories of a strip of 53 headlines', () => {
    const { headlines } = JSON.parse(
      readFileSync(join(corpus, 'arabic/seed/seed.truth.json'), 'utf8'),
    );
    const clusterer = createClusterer();
    const stories = headlines.filter(Boolean).map((title: string) => {
      const signature = signatureOf({ title, body: '', language: 'ar' });
      return clusterer.add({ signature, publishedAt: 0 }).storyId;
    });
    expect(stories).toHaveLength(53);
    expect(new Set(stories).size).toBe(52);
  });
});
