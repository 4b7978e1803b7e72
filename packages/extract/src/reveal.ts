import { NODE, TAG, type Tree } from '@nashra/html';
import { isSkipped } from './body/tag-sets.ts';

/** Fewer characters in `noscript` are a call to switch scripts on, or a picture's words. */
const FEW = 600;
/** A page whose text lies in `noscript` shows at most so many times as much beside it: menus, the foot. */
const TIMES = 2;

/** Characters of text below a node, without what is skipped within it. */
function charsIn(tree: Tree, node: number): number {
  let chars = 0;
  for (let at = node + 1; at < (tree.end[node] as number); at++) {
    if (tree.kind[at] === NODE.text) chars += tree.isBlank(at) ? 0 : tree.text(at).length;
    else if (isSkipped[tree.tag[at] as number]) at = (tree.end[at] as number) - 1;
  }
  return chars;
}

function* nodesOf({ tag, size }: Tree, name: number): Generator<number> {
  for (let node = tag.indexOf(name); node >= 0 && node < size; node = tag.indexOf(name, node + 1))
    yield node;
}

/**
 * Makes plain elements of those that pass for hidden and are not: a declarative shadow tree, which browsers show (HTML,
 * `template` with `shadowrootmode`), and the text in `noscript` of a page that hardly shows anything else without its
 * scripts. Changes the tree.
 */
export function reveal(tree: Tree): void {
  for (const node of nodesOf(tree, TAG.template))
    if (/^(?:open|closed)$/i.test(tree.attr(node, 'shadowrootmode') ?? ''))
      tree.tag[node] = TAG.div;
  let shown = -1;
  for (const node of nodesOf(tree, TAG.noscript)) {
    const chars = charsIn(tree, node);
    if (chars < FEW) continue;
    if (shown < 0) shown = charsIn(tree, 0);
    if (chars * TIMES >= shown) tree.tag[node] = TAG.div;
  }
}
