import { describe, expect, it } from 'vitest';
import { parseHtml, TAG } from './index.ts';

describe('parseHtml', () => {
  it('numbers nodes in document order, so that a subtree is a range', () => {
    const tree = parseHtml('<title>A &amp; B</title><p class="x Y">one<b>two</b><p>three');
    const names = Array.from({ length: tree.size }, (_, i) => tree.tagName(i) || tree.text(i));
    expect(names.join('|')).toBe('|html|head|title|A & B|body|p|one|b|two|p|three');
    const p = tree.tag.indexOf(TAG.p);
    expect(tree.attr(p, 'class')).toBe('x Y');
    expect(tree.tagName(tree.end[p] as number)).toBe('p');
    expect(tree.end[0]).toBe(tree.size);
  });
});
