import { describe, expect, it } from 'vitest';
import { NODE, parseHtml, TAG, type Tree } from './index.ts';

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

  it('keeps a tree as it is when the next document is read into the same memory', () => {
    const html = '<p class="a" data-own="1">one<table>two<tr><td id="b">three</table>';
    const describeTree = (tree: Tree): unknown =>
      Array.from({ length: tree.size }, (_, node) => [
        tree.tagName(node) || tree.text(node),
        tree.end[node],
        tree.attrNames(node).map((name) => [name, tree.attr(node, name)]),
      ]);
    const tree = parseHtml(html);
    const before = describeTree(tree);
    parseHtml('<div title="other"><b><p>x</b>y'.repeat(500));
    expect(describeTree(tree)).toEqual(before);
    expect(describeTree(parseHtml(html))).toEqual(before);
  });

  it('tells texts that are white space alone, as written', () => {
    const tree = parseHtml('<p> \r\n\t</p><p> a</p><p>&#32;</p>');
    const texts = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.text);
    expect(texts.map((node) => tree.isBlank(node))).toEqual([true, false, false]);
    expect(tree.isBlank(tree.tag.indexOf(TAG.p))).toBe(false);
  });
});
