import { TAG, type Tree } from '@nashra/html';
import type { Metadata, Page } from '../types.ts';
import { type Block, cutBlocks } from './blocks.ts';
import { type Containers, findContainers } from './containers.ts';
import { describeElements, type Elements } from './elements.ts';
import { type Group, groupBlocks } from './groups.ts';
import { findParts, isBeside, type Parts } from './noise.ts';
import { proseWeight } from './prose.ts';
import { makeReference, type Reference, repeatedShares, tokenShare } from './resemblance.ts';
import { scanText, type TextFacts, TokenList } from './scan.ts';
import { isHeading } from './tag-sets.ts';

/** Everything about a page that features are computed from; each part is built in one pass. */
export interface PageFacts {
  readonly tree: Tree;
  readonly elements: Elements;
  readonly blocks: readonly Block[];
  readonly texts: readonly TextFacts[];
  readonly tokens: TokenList;
  readonly prose: Float64Array;
  /** Prose before each block, and in all (last entry). */
  readonly proseBefore: Float64Array;
  /** The same for characters. */
  readonly charsBefore: Float64Array;
  readonly containers: Containers;
  readonly parts: Parts;
  readonly slots: readonly Group[];
  readonly tails: readonly Group[];
  readonly parents: readonly Group[];
  readonly grandparents: readonly Group[];
  /** Index of the block that is the page's title, -1 when none is. */
  readonly titleBlock: number;
  /** For each block the index of the last heading at or before it, -1 when there is none. */
  readonly headingBefore: Int32Array;
  readonly repeated: Float64Array;
  readonly title: Reference;
  readonly description: Reference;
}

const parentOf = (tree: Tree, node: number): number => tree.parent[node] ?? 0;

/** The heading most like the titles the page gives itself; among equals the first. */
function findTitle(
  facts: Pick<PageFacts, 'tree' | 'blocks' | 'texts' | 'tokens' | 'title'>,
): number {
  let best = -1;
  let bestScore = 0.5;
  for (const [index, block] of facts.blocks.entries()) {
    const text = facts.texts[index] as TextFacts;
    const count = text.tokenEnd - text.tokenStart;
    if (count === 0 || count > 60) continue;
    const tag = facts.tree.tag[block.node] as number;
    const coverage = Math.min(1, count / Math.max(1, facts.title.tokens.size));
    const share =
      facts.title.tokens.size > 0 ? tokenShare(facts.tokens, text, facts.title) * coverage : 0;
    const score = share + (tag === TAG.h1 ? 0.51 : isHeading[tag] ? 0.2 : 0);
    if (score > bestScore + 0.05) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

function findHeadings(tree: Tree, blocks: readonly Block[]): Int32Array {
  const before = new Int32Array(blocks.length);
  let last = -1;
  for (const [index, block] of blocks.entries()) {
    if (isHeading[tree.tag[block.node] as number]) last = index;
    before[index] = last;
  }
  return before;
}

function sumsBefore(values: Iterable<number>, count: number): Float64Array {
  const sums = new Float64Array(count + 1);
  let at = 0;
  for (const value of values) {
    sums[at + 1] = (sums[at] as number) + value;
    at++;
  }
  return sums;
}

/** What a longer block is like shows in its first characters. */
const LONGEST_SCANNED = 20_000;

/** Cuts the page into blocks and measures them. */
export function gatherFacts(page: Page, metadata: Metadata, limit: number): PageFacts {
  const { tree } = page;
  const elements = describeElements(tree);
  const { blocks, units } = cutBlocks(tree, limit);
  const tokens = new TokenList();
  const texts = blocks.map(({ from, to }) =>
    scanText(units.units, from, Math.min(to, from + LONGEST_SCANNED), tokens),
  );
  const prose = Float64Array.from(blocks, (block, index) =>
    proseWeight(tree, block, texts[index] as TextFacts),
  );
  const all = findContainers(tree, blocks, prose);
  const parts = findParts(tree, elements, all.mass, all.total);
  for (const [index, { node }] of blocks.entries()) {
    if (isBeside(parts, node)) prose[index] = 0.1 * (prose[index] as number);
  }
  const title = makeReference(metadata.titles);
  const summary = page.options.feedEntry?.summary;
  return {
    tree,
    elements,
    blocks,
    texts,
    tokens,
    prose,
    proseBefore: sumsBefore(prose, blocks.length),
    charsBefore: sumsBefore(
      blocks.map(({ chars }) => chars),
      blocks.length,
    ),
    containers: findContainers(tree, blocks, prose),
    parts,
    tails: groupBlocks(blocks, prose, ({ node }) => elements.tail[node] as number),
    slots: groupBlocks(blocks, prose, ({ node }) => elements.path[node] as number),
    parents: groupBlocks(blocks, prose, ({ node }) => parentOf(tree, node)),
    grandparents: groupBlocks(blocks, prose, ({ node }) => parentOf(tree, parentOf(tree, node))),
    titleBlock: findTitle({ tree, blocks, texts, tokens, title }),
    headingBefore: findHeadings(tree, blocks),
    repeated: repeatedShares(tokens, texts),
    title,
    description: makeReference(
      summary ? [...metadata.descriptions, summary] : metadata.descriptions,
    ),
  };
}
