import { closeOrdinary } from './close-ordinary.ts';
import { TRAIT } from './tag-traits.ts';
import type { TreeBuilder } from './tree-builder.ts';

const OUTER_LIMIT = 8;
const INNER_LIMIT = 3;

/**
 * The "adoption agency algorithm" (HTML, § 13.2.6.4.7): what an end tag of a formatting element does where elements
 * overlap.
 */
export function adoptionAgency(b: TreeBuilder, tag: number): void {
  const { open, formatting } = b;
  if (open.code === tag && formatting.indexOf(open.node) < 0) {
    open.pop();
    return;
  }
  for (let round = 0; round < OUTER_LIMIT; round++) {
    const entry = formatting.lastOf(tag);
    if (entry < 0) {
      closeOrdinary(open, tag);
      return;
    }
    const at = open.indexOf(formatting.nodes[entry] as number);
    if (at < 0) {
      formatting.removeAt(entry);
      return;
    }
    if (!open.isReachable(at)) return;
    const block = furthestBlock(b, at);
    if (block < 0) {
      open.popTo(at - 1);
      formatting.removeAt(entry);
      return;
    }
    adopt(b, entry, at, block);
  }
}

/** The stack index of the special element next below the formatting element, or -1. */
function furthestBlock({ open }: TreeBuilder, at: number): number {
  for (let i = at + 1; i < open.size; i++) {
    if (((open.traits[i] as number) & TRAIT.special) !== 0) return i;
  }
  return -1;
}

/** One round: splits the formatting element around the furthest block, both given by their index in list and stack. */
function adopt(b: TreeBuilder, entry: number, at: number, blockAt: number): void {
  const { open, formatting, store } = b;
  const formattingElement = open.nodes[at] as number;
  const tag = open.codes[at] as number;
  const block = open.nodes[blockAt] as number;
  let bookmark = entry;
  let last = block;
  let index = blockAt;
  for (let count = 1; ; count++) {
    index--;
    const node = open.nodes[index] as number;
    if (node === formattingElement) break;
    let nodeEntry = formatting.indexOf(node);
    if (count > INNER_LIMIT && nodeEntry >= 0) {
      formatting.removeAt(nodeEntry);
      if (nodeEntry < bookmark) bookmark--;
      nodeEntry = -1;
    }
    if (nodeEntry < 0) {
      open.removeAt(index);
      continue;
    }
    const clone = b.cloneElement(node);
    formatting.nodes[nodeEntry] = clone;
    open.replaceAt(index, clone);
    if (last === block) bookmark = nodeEntry + 1;
    store.detach(last);
    store.append(clone, last);
    last = clone;
  }
  placeUnderAncestor(b, at - 1, last);

  const clone = b.cloneElement(formattingElement);
  store.moveChildren(block, clone);
  store.append(block, clone);
  const old = formatting.indexOf(formattingElement);
  formatting.removeAt(old);
  formatting.insert(old < bookmark ? bookmark - 1 : bookmark, clone, tag);
  open.removeAt(open.indexOf(formattingElement));
  open.insert(open.indexOf(block) + 1, clone, tag);
}

function placeUnderAncestor(b: TreeBuilder, ancestorAt: number, node: number): void {
  const { open, store } = b;
  store.detach(node);
  if (((open.traits[ancestorAt] as number) & TRAIT.fosters) !== 0) b.fosterParent(node);
  else store.append(open.nodes[ancestorAt] as number, node);
}
