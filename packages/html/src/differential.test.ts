import { describe, expect, it } from 'vitest';
import { isKnownDeviation } from '../test/known-deviations.ts';
import { firstDifference } from '../test/reference-tree.ts';
import { seeded, tagSoup } from '../test/tag-soup.ts';
import { parseHtml } from './index.ts';

describe('parseHtml beside parse5', () => {
  it('builds the same tree from thousands of documents of tag soup', () => {
    let compared = 0;
    for (let seed = 1; seed <= 4000; seed++) {
      const html = tagSoup(seeded(seed));
      if (isKnownDeviation(html)) continue;
      compared++;
      const difference = firstDifference(html, parseHtml(html));
      if (difference !== undefined) expect.fail(`${JSON.stringify(html)}\n${difference}`);
    }
    expect(compared).toBeGreaterThan(3000);
  }, 60_000);
});
