import { NODE, parseHtml, TAG, type Tree } from '../src/index.ts';

/** A tree on one line: `p.x("one" b("two"))`, attributes as `[name=value]`. */
export function outline(tree: Tree, node = 0): string {
  if (tree.kind[node] === NODE.text) return JSON.stringify(tree.text(node));
  const children: string[] = [];
  for (
    let child = node + 1;
    child < (tree.end[node] as number);
    child = tree.end[child] as number
  ) {
    children.push(outline(tree, child));
  }
  const attributes = tree.attrNames(node).map((name) => `[${name}=${tree.attr(node, name)}]`);
  const inner = children.length > 0 && node > 0 ? `(${children.join(' ')})` : children.join(' ');
  return `${tree.tagName(node)}${attributes.join('')}${inner}`;
}

/** The outlines of what is in the body of a standards-mode document. */
export function bodyOutline(html: string): string {
  const tree = parseHtml(`<!doctype html>${html}`);
  const body = tree.tag.indexOf(TAG.body);
  return outline(tree, body)
    .replace(/^body(\[[^(]*)?\(?/, '')
    .replace(/\)$/, '');
}
