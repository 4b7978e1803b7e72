import { TAG, type Tree } from '@nashra/html';
import type { Block } from './blocks.ts';
import { NOTHING, textOf, textsWithout } from './marks/text-without.ts';

/** What one step of a tab is in code, for a tab parts cells in our texts. */
const TAB = '    ';
/** What has no width parts nothing that readers see. */
const UNSEEN = /[\u200b\ufeff]+/g;
const RUNS = /\s+/g;
const ENDS = /[^\S\n]+$/gm;
const EMPTY_LINES = /\n{2,}/g;
const OUTER = /^\n+|\s+$/g;

/** The `pre` around a node; 0 where there is none. */
export function preAround({ tag, parent }: Tree, node: number): number {
  for (let up = node; up > 0; up = parent[up] as number) if (tag[up] === TAG.pre) return up;
  return 0;
}

/**
 * The text of a block in its lines, without some elements: verse, addresses and code end theirs with `br`, code in
 * `pre` with line feeds, where blanks at the beginning are text as well. No line is empty, since that parts paragraphs.
 */
export function lineText(tree: Tree, block: Block, isCode: boolean, marks = NOTHING): string {
  const { first, last } = textsWithout(tree, block, marks);
  const read = (node: number): string => (isCode ? tree.text(node) : even(tree.text(node)));
  const text = textOf(tree, first, last + 1, marks, '\n', read);
  if (!isCode) return text.replace(RUNS, evenRun).trim();
  const lines = text
    .replace(UNSEEN, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', TAB)
    .replace(ENDS, '');
  return lines.replace(EMPTY_LINES, '\n').replace(OUTER, '');
}

const even = (text: string): string => text.replace(UNSEEN, '').replace(RUNS, ' ');
const evenRun = (run: string): string => (run.includes('\n') ? '\n' : ' ');
