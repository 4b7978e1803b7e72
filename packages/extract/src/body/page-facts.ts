import { Arena, TAG, type Tree } from '@nashra/html';
import type { Metadata, Page } from '../types.ts';
import { type Block, cutBlocks } from './blocks.ts';
import { type Containers, findContainers, weighElements } from './containers.ts';
import { describeElements, type Elements } from './elements.ts';
import { type Group, groupBlocks } from './groups.ts';
import { findLists } from './lists.ts';
import { findParts, isBeside, type Parts } from './noise.ts';
import { proseWeight } from './prose.ts';
import {
  findRepeats,
  isAlike,
  makeReference,
  type Reference,
  type Repeats,
  tokenShare,
} from './resemblance.ts';
import { scanText, type TextFacts, TokenList } from './scan.ts';
import { isHeading } from './tag-sets.ts';

/** Everything about a page that features are computed from; each part is built in one pass. */
export interface PageFacts {
  readonly tree: Tree;
  /** The host that the page came from. */
  readonly host: string;
  /** Where the arrays lie. */
  readonly memory: Arena;
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
  /** The block of the chosen headline, for rules that part its article from others'. */
  readonly ownTitle: number;
  /** For each block the index of the last heading at or before it, -1 when there is none. */
  readonly headingBefore: Int32Array;
  readonly repeats: Repeats;
  /** For each block the list or table it lies in, 0 for none, and the blocks that lie in the same. */
  readonly listOf: Int32Array;
  readonly lists: readonly Group[];
  /** All titles the page gives itself, and the one it is given. */
  readonly title: Reference;
  readonly headline: Reference;
  readonly description: Reference;
  /** The text that the page gives search engines as data. */
  readonly data: Reference;
  /** What the page says about itself. */
  readonly metadata: Metadata;
}

/** The heading most like the titles the page gives itself; among equals the first. */
function findTitle(
  facts: Pick<PageFacts, 'tree' | 'blocks' | 'texts' | 'tokens' | 'title'>,
): number {
  const { tree, blocks, texts, tokens, title } = facts;
  const { size } = title.tokens;
  let best = -1;
  let bestScore = 0.5;
  for (let index = 0; index < blocks.length; index++) {
    const text = texts[index] as TextFacts;
    const count = text.tokenEnd - text.tokenStart;
    if (count === 0 || count > 60) continue;
    const tag = tree.tag[(blocks[index] as Block).node] as number;
    const coverage = count < size ? count / size : 1;
    const share = size > 0 ? tokenShare(tokens, text, title) * coverage : 0;
    const score = share + (tag === TAG.h1 ? 0.51 : isHeading[tag] ? 0.2 : 0);
    if (score > bestScore + 0.05) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

/** The block of the chosen headline, where a longer one below it, of another piece, was taken for the title. */
function findOwnTitle(
  facts: Pick<PageFacts, 'tree' | 'blocks' | 'texts' | 'tokens' | 'headline'>,
  titleBlock: number,
): number {
  const { tree, blocks, texts, tokens, headline } = facts;
  const isOwn = (index: number): boolean => isAlike(tokens, texts[index] as TextFacts, headline);
  if (titleBlock < 0 || isOwn(titleBlock)) return titleBlock;
  for (let index = 0; index < titleBlock; index++)
    if (tree.tag[(blocks[index] as Block).node] === TAG.h1 && isOwn(index)) return index;
  return titleBlock;
}

function findHeadings(tree: Tree, blocks: readonly Block[], memory: Arena): Int32Array {
  const before = memory.ints(blocks.length);
  let last = -1;
  for (let index = 0; index < blocks.length; index++) {
    if (isHeading[tree.tag[(blocks[index] as Block).node] as number]) last = index;
    before[index] = last;
  }
  return before;
}

/** What is known of nodes, for each of some nodes; 0 for those that are none. */
function pick(column: Int32Array, nodes: Int32Array, memory: Arena): Int32Array {
  const picked = memory.ints(nodes.length);
  for (let at = 0; at < nodes.length; at++) picked[at] = column[nodes[at] as number] ?? 0;
  return picked;
}

/** Sums of the values before each place, and of all at the end. */
export function sumsBefore(values: Float64Array, memory: Arena): Float64Array {
  const sums = memory.doubles(values.length + 1);
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    sum += values[at] as number;
    sums[at + 1] = sum;
  }
  return sums;
}

/** What a longer block is like shows in its first characters. */
const LONGEST_SCANNED = 20_000;

/** Cuts the page into blocks and measures them. */
export function gatherFacts(
  page: Page,
  metadata: Metadata,
  limit: number,
  memory = new Arena(),
): PageFacts {
  const { tree } = page;
  const { blocks, units } = cutBlocks(tree, limit, memory, metadata.title);
  const tokens = new TokenList(memory.ints(1 << 13));
  const count = blocks.length;
  const texts: TextFacts[] = [];
  const nodes = memory.ints(count);
  const prose = memory.doubles(count);
  const chars = memory.doubles(count);
  for (let index = 0; index < count; index++) {
    const block = blocks[index] as Block;
    const { from, to } = block;
    const end = to - from > LONGEST_SCANNED ? from + LONGEST_SCANNED : to;
    const text = scanText(units.units, from, end, tokens);
    texts.push(text);
    nodes[index] = block.node;
    prose[index] = proseWeight(tree, block, text);
    chars[index] = to - from;
  }
  const elements = describeElements(tree, nodes, memory);
  const weights = weighElements(tree, blocks, prose, memory);
  const parts = findParts(tree, elements, weights, memory);
  const listOf = pick(findLists(tree, weights, memory), nodes, memory);
  for (let index = 0; index < count; index++) {
    if (isBeside(parts, nodes[index] as number)) prose[index] = 0.1 * (prose[index] as number);
  }
  const parents = pick(tree.parent, nodes, memory);
  const title = makeReference(metadata.titles, memory);
  const headline = makeReference([metadata.title], memory);
  const titleBlock = findTitle({ tree, blocks, texts, tokens, title });
  const summary = page.options.feedEntry?.summary;
  return {
    tree,
    host: URL.parse(page.url)?.hostname ?? '',
    memory,
    elements,
    blocks,
    texts,
    tokens,
    prose,
    proseBefore: sumsBefore(prose, memory),
    charsBefore: sumsBefore(chars, memory),
    containers: findContainers(tree, blocks, prose, memory),
    parts,
    tails: groupBlocks(blocks, prose, pick(elements.tail, nodes, memory), memory),
    slots: groupBlocks(blocks, prose, pick(elements.path, nodes, memory), memory),
    parents: groupBlocks(blocks, prose, parents, memory),
    grandparents: groupBlocks(blocks, prose, pick(tree.parent, parents, memory), memory),
    titleBlock,
    ownTitle: findOwnTitle({ tree, blocks, texts, tokens, headline }, titleBlock),
    headingBefore: findHeadings(tree, blocks, memory),
    repeats: findRepeats(tokens, texts, memory),
    listOf,
    lists: groupBlocks(blocks, prose, listOf, memory),
    title,
    headline,
    description: makeReference(
      summary ? [...metadata.descriptions, summary] : metadata.descriptions,
      memory,
    ),
    data: makeReference(metadata.articleBody === '' ? [] : [metadata.articleBody], memory),
    metadata,
  };
}
