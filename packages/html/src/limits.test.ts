import { describe, expect, it } from 'vitest';
import { DEFAULT_HTML_LIMITS, parseHtml, TAG, textContent } from './index.ts';

const depthOf = (parent: Int32Array): number => {
  let deepest = 0;
  const depths = new Int32Array(parent.length);
  for (let node = 1; node < parent.length; node++) {
    depths[node] = (depths[parent[node] as number] as number) + 1;
    deepest = Math.max(deepest, depths[node] as number);
  }
  return deepest;
};

describe('limits', () => {
  it('cut a document that is too long, and say so', () => {
    const tree = parseHtml('<p>one</p><p>two</p>', { maxLength: 13 });
    expect([textContent(tree, 0), tree.truncated]).toEqual(['one', true]);
  });

  it('cut a document of too many nodes', () => {
    const tree = parseHtml('<p>x</p>'.repeat(1000), { maxNodes: 500 });
    expect(tree.truncated).toBe(true);
    expect(tree.size).toBeLessThanOrEqual(500);
    expect(tree.size).toBeGreaterThan(400);
  });

  it('keep the text of elements that lie too deep, without the elements', () => {
    const tree = parseHtml(`${'<div>'.repeat(500_000)}deep<img>`);
    expect(tree.truncated).toBe(true);
    expect(textContent(tree, 0)).toBe('deep');
    expect(tree.tag.includes(TAG.img)).toBe(true);
    expect(depthOf(tree.parent)).toBeLessThanOrEqual(DEFAULT_HTML_LIMITS.maxDepth);
  });

  it('leave documents within them whole', () => {
    expect(parseHtml(`${'<div>'.repeat(400)}x`).truncated).toBe(false);
  });

  it('keep 256 attributes of an element', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `a${i}`);
    const tree = parseHtml(`<p ${names.join(' ')}>x`);
    expect(tree.attrNames(tree.tag.indexOf(TAG.p))).toEqual(names.slice(0, 256));
    expect(tree.truncated).toBe(true);
  });

  it.each([
    ['formatting elements without end', '<b><i><a href=x>'],
    ['links in links', '<a><div>'],
    ['overlapping formatting', '<b><p></b>'],
    ['things fostered out of a table', '<table>x<b>'],
    ['attributes that do not end', '<a b="'],
    ['comments that do not end', '<script><!--</script><!--'],
    ['different tags', ''],
  ])('bound %s', (_, piece) => {
    const html = piece
      ? piece.repeat(30_000)
      : Array.from({ length: 70_000 }, (_, i) => `<x${i}>`).join('');
    // The default time limit of a test is the assertion: quadratic work would take minutes.
    expect(parseHtml(html).size).toBeLessThanOrEqual(DEFAULT_HTML_LIMITS.maxNodes);
  });
});
