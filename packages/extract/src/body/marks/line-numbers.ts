import { NODE, TAG, type Tree } from '@nashra/html';

const NUMBER = /^\s*\d{1,5}\s*$/;

/** Whether there are two numbers at least, each one more than the one before. */
export const countsUp = (numbers: readonly number[]): boolean =>
  numbers.length > 1 && numbers.every((number, at) => number === (numbers[0] as number) + at);

/**
 * The numbers that lines of code begin with, in a range of nodes: elements of one class with a number alone, each one
 * more than the last.
 */
export function lineNumbers(tree: Tree, from: number, to: number): readonly number[] {
  const { kind, end, tag } = tree;
  const byClass = new Map<string, number[]>();
  let isLineStart = true;
  for (let node = from; node < to; node++) {
    if (kind[node] === NODE.text) isLineStart = tree.text(node).endsWith('\n');
    else if (tag[node] === TAG.br) isLineStart = true;
    else if (isLineStart && end[node] === node + 2 && NUMBER.test(tree.text(node + 1))) {
      const name = tree.attr(node, 'class') ?? '';
      const nodes = byClass.get(name);
      if (nodes) nodes.push(node);
      else byClass.set(name, [node]);
    }
  }
  return [...byClass.values()]
    .filter((nodes) => countsUp(nodes.map((node) => Number(tree.text(node + 1)))))
    .flat();
}
