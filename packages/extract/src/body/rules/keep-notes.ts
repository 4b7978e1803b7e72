import { NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { linksIn } from './links.ts';
import { blocksIn, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** How the text refers to a note: a number or a star, in brackets or bare. */
const REFERENCE = /^\s*[([]?\s*(?:\d{1,3}|[*†‡§]{1,3})\s*[)\]]?\s*$/u;
/** What names where something is written and says nothing of its own. */
const CITATION =
  /https?:|www\.|doi|et al\b|(?:accessed|consulted|retrieved|consultée? le|abgerufen|consultado|consultato)(?!\p{L})|\(n\.d\.\)|\d{4}\s?;\s?\d|vol\.\s?\d|\bpp?\.\s?\d|\(\d{4}\)\.|édit(?:ions?|\.)\s\p{Lu}/iu;
const MOST_CHARS = 8;
/** Links of a block that are looked at, and references of a page. */
const MOST_LINKS = 60;
const MOST = 200;
/** Words of one note, and of all beside the text. */
const NOTE_WORDS = 80;
const SHARE = 0.15;
/** More of them are a bibliography. */
const MOST_NOTES = 8;
/** Elements between a note's own anchor and the note. */
const STEPS = 3;

function textIn(tree: Tree, node: number): string {
  let text = '';
  for (let at = node + 1; at < (tree.end[node] as number) && text.length <= MOST_CHARS; at++)
    if (tree.kind[at] === NODE.text) text += tree.text(at);
  return text;
}

/** The ids of notes that kept blocks refer to. */
function referred(facts: PageFacts, kept: Uint8Array): Set<string> {
  const { tree, blocks } = facts;
  const ids = new Set<string>();
  for (const index of keptBlocks(kept)) {
    const block = blocks[index] as Block;
    if (block.links === 0 || block.links > MOST_LINKS || ids.size >= MOST) continue;
    for (const link of linksIn(tree, block)) {
      const href = tree.attr(link, 'href') ?? '';
      if (href.length > 1 && href.startsWith('#') && REFERENCE.test(textIn(tree, link)))
        ids.add(href.slice(1));
    }
  }
  return ids;
}

/** The blocks of the note that an element is, or is the anchor of. */
function noteAt(facts: PageFacts, node: number): readonly [from: number, to: number] {
  const { tree } = facts;
  let up = node;
  for (let step = 0; step < STEPS && up > 0; step++) {
    const [from, to] = blocksIn(facts, up);
    const isAnchor = to - from < 1 || (to - from === 1 && wordsOf(facts, from) <= 1);
    if (!isAnchor && tree.tag[up] !== TAG.a) return [from, to];
    up = tree.parent[up] as number;
  }
  return [0, 0];
}

/** Whether a note has the way back to where the text refers to it. */
function leadsBack({ tree, blocks }: PageFacts, from: number, to: number): boolean {
  const end = (blocks[to]?.node ?? tree.size) as number;
  for (let at = (blocks[from] as Block).node; at < end; at++)
    if (tree.tag[at] === TAG.a && (tree.attr(at, 'href') ?? '').startsWith('#')) return true;
  return false;
}

/** Keeps the notes below a text that its paragraphs refer to: they are the author's own words. */
export const keepNotes: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const ids = referred(facts, kept);
  if (ids.size === 0) return;
  const begin = (blocks[kept.indexOf(1)] as Block).last;
  const room = SHARE * keptWords(facts, kept);
  const found: number[] = [];
  let words = 0;
  let notes = 0;
  for (let node = begin; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    const id = tree.attr(node, 'id') ?? tree.attr(node, 'name');
    if (id === undefined || !ids.has(id)) continue;
    const [from, to] = noteAt(facts, node);
    let own = 0;
    for (let at = from; at < to; at++) if (!kept[at]) own += wordsOf(facts, at);
    if (own === 0) continue;
    const isNote =
      own <= NOTE_WORDS &&
      leadsBack(facts, from, to) &&
      !blocks
        .slice(from, to)
        .some(({ text, node }) => CITATION.test(text) || isHeading[tree.tag[node] as number]);
    if (!isNote || ++notes > MOST_NOTES) return;
    words += own;
    for (let at = from; at < to; at++) found.push(at);
  }
  if (words <= room) for (const index of found) kept[index] = 1;
};
