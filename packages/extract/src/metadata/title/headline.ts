import type { Tree } from '@nashra/html';
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
  return scan.headings.find(({ aside }) => !aside)?.node ?? scan.headings[0]?.node ?? -1;
}

/** Most pages are done at the first heading. */
function* candidates(tree: Tree, scan: Scan): Generator<number> {
  for (const { node } of scan.headings) yield node;
  yield* scan.subheadings;
  yield* namedTitles(tree);
}
