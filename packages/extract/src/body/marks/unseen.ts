import { NODE, TAG, type Tree } from '@nashra/html';
import { hidingOf } from '../hidden.ts';
import { SAYS, textOf } from './text-without.ts';

/** What is hidden, longer, and the end of its line opens at a reader's wish. */
const LONGEST = 80;

const textIn = (tree: Tree, node: number): string => textOf(tree, node, tree.end[node] as number);

const hasMath = ({ tag, end }: Tree, node: number): boolean =>
  tag.subarray(node, end[node] as number).includes(TAG.math);

/** The elements right before and after an element, white space aside. */
function neighbours(tree: Tree, node: number): readonly number[] {
  const { parent, end, kind } = tree;
  const above = parent[node] as number;
  const found: number[] = [];
  let before = node;
  do {
    before--;
    while (before > above && parent[before] !== above) before = parent[before] as number;
  } while (before > above && tree.isBlank(before));
  if (before > above && kind[before] !== NODE.text) found.push(before);
  let after = end[node] as number;
  if (after < (end[above] as number) && tree.isBlank(after)) after = end[after] as number;
  if (after < (end[above] as number) && kind[after] !== NODE.text) found.push(after);
  return found;
}

/** Whether the line of a hidden element goes on behind it, with more than a link to show it. */
function goesOn(tree: Tree, node: number): boolean {
  const from = tree.end[node] as number;
  const end = tree.end[tree.parent[node] as number] as number;
  let text = '';
  for (let at = from; at < end; at++) {
    if (tree.tag[at] === TAG.a || tree.tag[at] === TAG.button) at = (tree.end[at] as number) - 1;
    else if (tree.kind[at] === NODE.text) text += tree.text(at);
  }
  return SAYS.test(text);
}

/**
 * Whether an element that is kept from one sense adds nothing to the text around it: an icon, a note for screen readers,
 * or, where its neighbour says the same for the other sense, what is drawn.
 */
export function addsNothing(tree: Tree, node: number, hiding: 'eyes' | 'ears'): boolean {
  const text = textIn(tree, node);
  const beside = neighbours(tree, node);
  if (hiding === 'ears')
    return (
      !SAYS.test(text) ||
      beside.some((other) => hidingOf(tree, other) === 'eyes' || hasMath(tree, other))
    );
  if (hasMath(tree, node) || (text.length > LONGEST && !goesOn(tree, node))) return false;
  const isDrawn = (other: number) =>
    hidingOf(tree, other) === 'ears' && SAYS.test(textIn(tree, other));
  return !beside.some(isDrawn);
}
