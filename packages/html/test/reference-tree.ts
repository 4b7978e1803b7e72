import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Tree } from '../src/index.ts';
import { NODE } from '../src/index.ts';

type Parsed = DefaultTreeAdapterTypes.Node;

const line = (depth: number, what: string): string => `${' '.repeat(depth)}${what}`;
const asciiLower = (name: string): string => name.replace(/[A-Z]/g, (c) => c.toLowerCase());
const element = (name: string, attributes: readonly (readonly [string, string])[]): string =>
  `<${name}${attributes.map(([key, value]) => ` ${key}=${JSON.stringify(value)}`).join('')}>`;

/**
 * The tree that parse5 makes, a line per node, in the terms of ours: without comments and doctype (so that texts beside them
 * are one), template contents as children, names in lower case.
 */
export function referenceLines(html: string): string[] {
  const lines: string[] = [];
  let text = '';
  let textDepth = 0;
  const endText = (): void => {
    if (text !== '') lines.push(line(textDepth, JSON.stringify(text)));
    text = '';
  };
  const stack: { node: Parsed; depth: number }[] = [
    { node: parse(html, { scriptingEnabled: false }), depth: -1 },
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    if ('value' in node) {
      if (text !== '' && textDepth !== depth) endText();
      text += node.value;
      textDepth = depth;
    } else if ('tagName' in node) {
      endText();
      const attributes = node.attrs.map(
        ({ name, value, prefix }) =>
          [asciiLower(prefix ? `${prefix}:${name}` : name), value] as const,
      );
      lines.push(line(depth, element(asciiLower(node.tagName), attributes)));
    }
    const children =
      'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
    // Texts of one parent have nothing but comments between them here; a text after a subtree is another one.
    for (let i = children.length - 1; i >= 0; i--) {
      stack.push({ node: children[i] as Parsed, depth: depth + 1 });
    }
  }
  endText();
  return lines;
}

/** Our tree in the same form; checks on the way that ids, parents and ranges agree. */
export function treeLines(tree: Tree): string[] {
  const lines: string[] = [];
  const depths: number[] = [-1];
  const open: number[] = [0];
  if (tree.parent[0] !== -1 || tree.end[0] !== tree.size) throw new Error('bad document node');
  for (let node = 1; node < tree.size; node++) {
    while (tree.end[open.at(-1) as number] === node) open.pop();
    const parent = open.at(-1) as number;
    if (tree.parent[node] !== parent) throw new Error(`node ${node} lies outside of its parent`);
    const end = tree.end[node] as number;
    if (end <= node || end > (tree.end[parent] as number)) throw new Error(`bad end of ${node}`);
    const depth = (depths[parent] as number) + 1;
    depths[node] = depth;
    if (tree.kind[node] === NODE.element) open.push(node);
    const what =
      tree.kind[node] === NODE.text
        ? JSON.stringify(tree.text(node))
        : element(
            tree.tagName(node),
            tree.attrNames(node).map((name) => [name, tree.attr(node, name) ?? '?'] as const),
          );
    lines.push(line(depth, what));
    if (tree.kind[node] === NODE.text && end !== node + 1) throw new Error('a text with children');
  }
  return lines;
}

/** Where the two trees of a document first differ; undefined when they are the same. */
export function firstDifference(html: string, tree: Tree): string | undefined {
  const want = referenceLines(html);
  const got = treeLines(tree);
  for (let i = 0; i < Math.max(want.length, got.length); i++) {
    if (want[i] !== got[i]) {
      const before = want.slice(Math.max(0, i - 3), i).join('\n');
      return `${before}\nwant ${want[i]}\ngot  ${got[i]}`;
    }
  }
  return undefined;
}
