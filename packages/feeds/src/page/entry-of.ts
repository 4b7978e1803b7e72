import { NODE, TAG, type Tree } from '@nashra/html';
import type { FeedEntry } from '../feed.ts';
import { alternate, finishEntry } from '../finish.ts';
import type { ReadContext } from '../read-context.ts';
import { Spoken } from '../spoken.ts';
import type { ListedPage } from './listed-pages.ts';
import { isHeadline, linesOf } from './page-text.ts';

/** Nodes of a block that are looked at. */
const MOST_NODES = 500;
/** Characters before a paragraph is a summary. */
const LEAST_SUMMARY = 40;
/** A day alone is known better by the page itself. */
const MINUTES = /\d{1,2}:\d{2}/;

/** What a block of a list says of its article. */
export function entryOf(
  tree: Tree,
  { address, headline }: ListedPage,
  block: number,
  context: ReadContext,
): FeedEntry {
  const draft = new Spoken(context);
  draft.links.push(alternate(address));
  if (isHeadline(headline)) draft.setText('title', plain(headline), 0);
  const { summary, date } = saidIn(tree, block);
  if (summary !== null && summary !== headline) draft.setText('summary', plain(summary), 0);
  if (date !== null) draft.setDate('published', date, 0);
  return finishEntry(draft);
}

const plain = (value: string) => ({ value, type: 'text/plain', language: null });

/** The first paragraph of some length, and the date where there is but one. */
function saidIn(tree: Tree, block: number) {
  const dates = new Set<string>();
  let summary: string | null = null;
  const end = Math.min(tree.end[block] as number, block + MOST_NODES);
  for (let node = block; node < end; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    if (tree.tag[node] === TAG.time) {
      const written = tree.attr(node, 'datetime')?.trim() ?? '';
      if (MINUTES.test(written)) dates.add(written);
    } else if (tree.tag[node] === TAG.p && summary === null) {
      const text = linesOf(tree, node).join(' ');
      if (text.length >= LEAST_SUMMARY) summary = text;
    }
  }
  const [date = null] = dates;
  return { summary, date: dates.size === 1 ? date : null };
}
