import { parseHtml, TAG } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { nearbyLines } from './nearby-lines.ts';

const NO_ASIDES: ReadonlySet<number> = new Set();

function around(before: string, after: string) {
  const html = `<body>${before}<h1>عنوان الخبر</h1>${after}`;
  const tree = parseHtml(Buffer.from(html));
  return nearbyLines(tree, tree.tag.indexOf(TAG.h1), NO_ASIDES, NO_ASIDES);
}
const paragraphs = (count: number, name: string): string =>
  Array.from({ length: count }, (_, at) => `<p>${name} ${at}</p>`).join('');

describe('nearbyLines', () => {
  it('gives the nearest first, and of two as near the one after the headline', () => {
    const lines = around('<p>far</p><p>near</p>', '<p>بقلم: سعاد</p><p>12:30</p>');
    expect(lines.map(({ text, distance }) => ({ text, distance }))).toEqual([
      { text: 'بقلم: سعاد', distance: 1 },
      { text: 'near', distance: -1 },
      { text: '12:30', distance: 2 },
      { text: 'far', distance: -2 },
    ]);
  });

  it('counts a long paragraph as distance and leaves it out', () => {
    const lines = around('', `<p>${'word '.repeat(80)}</p><p>below</p>`);
    expect(lines).toMatchObject([{ text: 'below', distance: 2 }]);
  });

  it('looks at ten lines before and thirty after at the most', () => {
    const lines = around(paragraphs(40, 'before'), paragraphs(40, 'after'));
    expect(lines.filter((line) => line.distance < 0)).toHaveLength(10);
    expect(lines.filter((line) => line.distance > 0)).toHaveLength(30);
  });
});
