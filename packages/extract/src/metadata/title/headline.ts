import { NODE, TAG, type Tree } from '@nashra/html';
import { namedTitles } from '../named-titles.ts';
import { nodeText } from '../node-text.ts';
import type { Scan } from '../scan.ts';
import { headlineKey } from './title-text.ts';

/** The element that shows the title: an h1, else another heading-like one; -1 when none does. */
export function findHeadline(tree: Tree, scan: Scan, title: string): number {
  const key = headlineKey(title);
  if (key !== '')
    for (const node of candidates(tree, scan)) {
      const shown = headlineKey(nodeText(tree, node, title.length * 2 + 100));
      if (shown === key || (key.length > 15 && shown.endsWith(key))) return node;
    }
  const plain = key === '' ? -1 : plainHeadline(tree, title, key);
  if (plain >= 0) return plain;
  return scan.headings.find(({ aside }) => !aside)?.node ?? scan.headings[0]?.node ?? -1;
}

/** Most pages are done at the first heading. */
function* candidates(tree: Tree, scan: Scan): Generator<number> {
  for (const { node } of scan.headings) yield node;
  yield* scan.subheadings;
  yield* namedTitles(tree);
}

/** Bytes of a paragraph: the headline stands before the first one. */
const PARAGRAPH = 150;
/** Bytes around the title's that a text of its letters may have. */
const SLACK = 12;
/** Fewer letters stand in menus. */
const SHORTEST = 15;

/** The element that shows the title on a page that marks no headline: the last one before the text begins. */
function plainHeadline(tree: Tree, title: string, key: string): number {
  if (key.length < SHORTEST) return -1;
  const size = Buffer.byteLength(title);
  let found = -1;
  for (let node = 1; node < tree.size; node++) {
    if (tree.tag[node] === TAG.head || tree.tag[node] === TAG.script) {
      node = (tree.end[node] as number) - 1;
      continue;
    }
    if (tree.kind[node] !== NODE.text) continue;
    const bytes = tree.textSize(node);
    if (bytes >= PARAGRAPH && bytes > size + SLACK && found >= 0) break;
    if (Math.abs(bytes - size) > SLACK || tree.tag[tree.parent[node] as number] === TAG.a) continue;
    if (headlineKey(tree.text(node)) === key) found = tree.parent[node] as number;
  }
  return found;
}
