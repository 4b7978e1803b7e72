import { FIRST_UNKNOWN_TAG, keepSpecimen, NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../body/blocks.ts';
import type { Marks } from '../body/marks/find-marks.ts';
import { textsWithout } from '../body/marks/text-without.ts';
import { isSkipped } from '../body/tag-sets.ts';
import type { ArticleImage } from '../types.ts';
import { inlines, leaves, needsParent, shapes } from './allowed.ts';
import { writeEmbed, writeFigure } from './figures.ts';
import { HtmlWriter, type Open } from './html-writer.ts';
import { LinkAttributes } from './link-attributes.ts';

/** What is written, and from where. */
export interface CleanSource {
  readonly tree: Tree;
  readonly url: string;
  readonly blocks: readonly Block[];
  readonly kept: Uint8Array;
  readonly marks: Marks;
  /** By node. */
  readonly images: ReadonlyMap<number, ArticleImage>;
}

const DEEPEST = 24;
const own = new Set(['li', 'td', 'th', 'dt', 'dd', 'caption']);
/** White space that is not one blank. */
const uneven = /[^\S ]|\u200b| {2}/;
/** What has no width parts nothing that readers see. */
const UNSEEN = /[\u200b\ufeff]+/g;
const AUTO = ' dir="auto"';

/** A table with one cell that holds paragraphs arranges the page; its cells are no data. */
function layoutTables(tree: Tree, blocks: readonly Block[], kept: Uint8Array): ReadonlySet<number> {
  const layout = new Set<number>();
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const { node, chars } = blocks[index] as Block;
    if (chars < 300) continue;
    for (let up = node; up > 0; up = tree.parent[up] as number) {
      if (tree.tag[up] === TAG.table) layout.add(up);
    }
  }
  return layout;
}

/** The elements around a block, outermost first, wrapped so that each stands where it may. */
function shapeChain(tree: Tree, block: Block, layout: ReadonlySet<number>): Open[] {
  const path: Open[] = [];
  for (let up = block.node; up > 0 && path.length < DEEPEST; up = tree.parent[up] as number) {
    const tag = tree.tag[up] as number;
    const name = shapes[tag];
    if (name === undefined) continue;
    if (tag === TAG.table && layout.has(up)) {
      // Cells seen so far belong to it.
      while (path.length > 0 && ['td', 'th', 'tr', 'caption'].includes(path.at(-1)?.name ?? ''))
        path.pop();
      continue;
    }
    path.push({ node: up, name, attributes: own.has(name) ? AUTO : '' });
  }
  const chain: Open[] = [];
  for (const next of path.reverse()) {
    const above = chain.at(-1)?.name ?? '';
    // Lists and tables hold nothing but their parts.
    if ((above === 'ul' || above === 'ol') && next.name !== 'li')
      chain.push({ node: next.node, name: 'li', attributes: AUTO });
    if (above === 'table' && next.name !== 'tr' && next.name !== 'caption') chain.pop();
    if (above === 'tr' && next.name !== 'td' && next.name !== 'th') continue;
    const parents = needsParent[next.name];
    if (parents && !parents.includes(chain.at(-1)?.name ?? '')) {
      if (next.name !== 'li') continue;
      chain.push({ node: next.node, name: 'ul', attributes: '' });
    }
    chain.push(next);
  }
  const last = chain.at(-1)?.name;
  if (last === 'ul' || last === 'ol')
    chain.push({ node: block.node, name: 'li', attributes: AUTO });
  else if (last === 'table' || last === 'tr' || last === 'dl') chain.pop();
  return chain;
}

/** The element that holds the block's text, unless a shape holds it already. */
function leafOf(tree: Tree, block: Block, index: number, chain: readonly Open[]): Open | null {
  const name = leaves[tree.tag[block.node] as number];
  if (name) return { node: block.node, name, attributes: AUTO };
  const holder = chain.at(-1);
  if (holder && own.has(holder.name) && holder.node === block.node && !block.split) return null;
  // Blocks that line breaks cut out of one element need different names.
  return { node: -2 - index, name: 'p', attributes: AUTO };
}

const NONE: readonly Open[] = [];

/** The elements inside a block around one of its texts, outermost first; no link lies in another. */
function inlineChain(
  source: CleanSource,
  links: LinkAttributes,
  index: number,
  text: number,
): readonly Open[] {
  const { tree, blocks } = source;
  const block = blocks[index] as Block;
  // Most texts lie in their block and nothing else.
  if (tree.parent[text] === block.node && block.linkChars === 0) return NONE;
  const chain: Open[] = [];
  for (let up = tree.parent[text] as number; up > block.node; up = tree.parent[up] as number) {
    const name = inlines[tree.tag[up] as number];
    if (name === undefined || chain.length > DEEPEST) continue;
    const attributes = name === 'a' ? links.of(up, index) : name === 'bdi' ? AUTO : '';
    if (attributes !== null) chain.push({ node: up, name, attributes });
  }
  // A link that lies around whole blocks holds their text as well.
  for (
    let up = block.node, level = 0;
    up > 0 && level < 4;
    up = tree.parent[up] as number, level++
  ) {
    if (tree.tag[up] !== TAG.a || block.linkChars === 0) continue;
    const attributes = links.of(up, index);
    if (attributes !== null) chain.push({ node: up, name: 'a', attributes });
  }
  chain.reverse();
  const first = chain.findIndex(({ name }) => name === 'a');
  return chain.filter(({ name }, at) => name !== 'a' || at === first);
}

function writeBlock(
  writer: HtmlWriter,
  source: CleanSource,
  links: LinkAttributes,
  index: number,
  layout: ReadonlySet<number>,
): void {
  const { tree, blocks } = source;
  const block = blocks[index] as Block;
  const shape = shapeChain(tree, block, layout);
  const leaf = leafOf(tree, block, index, shape);
  const base = leaf ? [...shape, leaf] : shape;
  const isPlain = leaf?.name === 'pre';
  const marks = source.marks.get(index);
  if (block.first === block.last && !isPlain && !marks) {
    const inside = inlineChain(source, links, index, block.first);
    writer.enter(inside.length > 0 ? [...base, ...inside] : base);
    writer.text(block.text);
    writer.enter(shape);
    return;
  }
  let isStart = true;
  const { first, last } = marks ? textsWithout(tree, block, marks) : block;
  for (let node = first; node <= last && !writer.isFull; node++) {
    const tag = tree.tag[node] as number;
    if (tree.kind[node] !== NODE.text) {
      if (isSkipped[tag] || marks?.has(node)) node = (tree.end[node] as number) - 1;
      else if (tag === TAG.br && !isStart) {
        writer.enter(base);
        writer.markup('<br>');
      }
      continue;
    }
    const raw = tree.text(node);
    const text = isPlain || !uneven.test(raw) ? raw : raw.replace(UNSEEN, '').replace(/\s+/g, ' ');
    const trimmed = isStart ? text.trimStart() : text;
    if (trimmed === '') continue;
    const inside = inlineChain(source, links, index, node);
    writer.enter(inside.length > 0 ? [...base, ...inside] : base);
    writer.text(node === last ? trimmed.trimEnd() : trimmed);
    isStart = false;
  }
  writer.enter(shape);
}

/** Writes the pictures of a range of nodes, and what its frames embed after the body's first node. */
function writeMedia(
  writer: HtmlWriter,
  { tree, url, images }: CleanSource,
  { from, to, body }: { from: number; to: number; body: number },
): void {
  for (let node = from; node < to && !writer.isFull; node++) {
    const tag = tree.tag[node] as number;
    let markup = '';
    const mayShow = tag === TAG.img || tag >= FIRST_UNKNOWN_TAG;
    const image = mayShow ? images.get(node) : undefined;
    if (image) markup = writeFigure(image, url);
    else if (tag === TAG.iframe && node > body) markup = writeEmbed(tree, node, url);
    if (markup === '') continue;
    writer.enter([]);
    writer.markup(markup);
  }
}

export interface CleanHtml {
  readonly html: string;
  /** Whether the limit left something out: what stands behind, or addresses of links. */
  readonly isCut: boolean;
}

/**
 * The kept blocks as HTML that is safe by construction: every element and attribute comes from a
 * short list written here, every text is escaped, links lead to http(s) and mailto only. At most
 * `limit` bytes of UTF-8: whole blocks as far as they go, and the beginning of one that fills half of it.
 */
export function writeHtml(source: CleanSource, limit: number): CleanHtml {
  const { tree, url, blocks, kept } = source;
  const writer = keepSpecimen('html', new HtmlWriter(limit));
  const first = kept.indexOf(1);
  if (first < 0) return { html: '', isCut: false };
  const last = kept.lastIndexOf(1);
  const body = (blocks[first] as Block).node;
  const layout = layoutTables(tree, blocks, kept);
  const links = keepSpecimen('links', new LinkAttributes(tree, url, limit / 2));
  let at = 0;
  for (let index = first; index <= last && !writer.isFull; index++) {
    if (!kept[index]) continue;
    const block = blocks[index] as Block;
    writeMedia(writer, source, { from: at, to: block.first, body });
    const before = writer.mark();
    writeBlock(writer, source, links, index, layout);
    if (writer.isFull && before.bytes > limit / 2) writer.restore(before);
    at = Math.max(at, block.first);
  }
  // Pictures may stand behind the last paragraph.
  const shown = [...source.images.keys()].at(-1) ?? -1;
  writeMedia(writer, source, { from: at, to: shown + 1, body });
  return { html: writer.finish(), isCut: writer.isFull || links.isSpent };
}
