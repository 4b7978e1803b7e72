import type { Tree } from '@nashra/html';
import { nodeText } from '../node-text.ts';
import type { Scan } from '../scan.ts';
import { titleKey } from './title-text.ts';

/** The element that shows the title: an h1, else another heading-like one; -1 when none does. */
export function findHeadline(tree: Tree, scan: Scan, title: string): number {
  const key = titleKey(title);
  if (key !== '')
    for (const { node } of [...scan.headings, ...scan.subheadings, ...scan.titles]) {
      const shown = titleKey(nodeText(tree, node, title.length * 2 + 100));
      if (shown === key || (key.length > 15 && shown.endsWith(key))) return node;
    }
  return scan.headings.find(({ aside }) => !aside)?.node ?? scan.headings[0]?.node ?? -1;
}
