import { NODE, type Tree } from '@nashra/html';
import { HINT } from '../class-vocabulary.ts';
import { isInline, nodeText } from '../node-text.ts';
import type { Spot } from '../scan.ts';
import { isGiven, isNamed } from './given-names.ts';
import { isPerson } from './who.ts';

/** A byline is no longer than this; longer ones are lives. */
export const MAX_BYLINE = 160;
/** Nodes between two authors of one byline. */
const NEAR = 60;
/** Nodes before and after the headline where its byline stands. */
const BEFORE = 150;
const AFTER = 1_500;
/** Bytes of a text that no byline is as long as. */
const PARAGRAPH = 120;

/** A text that an element's class says to be a byline. */
export interface NamedByline {
  readonly text: string;
  /** Stands where the text has not begun. */
  readonly isClose: boolean;
}

/** Texts of byline elements, innermost ones only, those of one class near one another as one. */
export function namedBylines(tree: Tree, spots: readonly Spot[], headline: number): NamedByline[] {
  const leaves = spots.filter(
    (spot, index) =>
      (spot.hints & (HINT.bio | HINT.caption)) === 0 &&
      !spot.aside &&
      isNear(spot, headline) &&
      (spots[index + 1]?.node ?? tree.size) >= (tree.end[spot.node] as number),
  );
  leaves.sort((a, b) => distance(a, headline) - distance(b, headline));
  const groups: { spot: Spot; text: string }[] = [];
  for (const spot of leaves.slice(0, 12)) {
    const text = bylineText(tree, spot.node);
    if (text === '' || text.length > MAX_BYLINE) continue;
    const group = groups.find(
      (other) =>
        Math.abs(other.spot.node - spot.node) < NEAR &&
        tree.attr(other.spot.node, 'class') === tree.attr(spot.node, 'class'),
    );
    if (group) group.text += `; ${text}`;
    else groups.push({ spot, text });
  }
  const begins = textAfter(tree, headline);
  return groups.map(({ text, spot }) => ({ text, isClose: spot.node < begins }));
}

/** First letters in the round of a portrait, for want of one. */
const LETTERS = /^\p{Lu}{1,3}$/u;

/** Whether some letters are those that the words of a name open with. */
function areInitials(letters: string, name: string): boolean {
  const words = name.split(/\s+/);
  const opens = [...letters].every((letter, at) => words[at]?.toUpperCase().startsWith(letter));
  return LETTERS.test(letters) && (opens || letters === `${words[0]?.[0]}${words.at(-1)?.[0]}`);
}

/** «<span>Jane Doe</span> <span>Leeds</span>»: a whole name, and in an element of its own the place in one word. */
function beforePlace(tree: Tree, node: number, text: string): string {
  const name = nodeText(tree, node, MAX_BYLINE + 1);
  const [, ...family] = name.split(' ');
  const isWhole = isNamed(name) && !isGiven(family.at(-1) ?? '');
  return isWhole && /^ \p{Lu}[\p{Ll}’'-]+$/u.test(text.slice(name.length)) ? name : text;
}

/** What a byline says; a person's name in a block of its own is one, whatever the next block says of that person. */
function bylineText(tree: Tree, node: number): string {
  let text = nodeText(tree, node, MAX_BYLINE + 1);
  const end = tree.end[node] as number;
  let isLettered = false;
  for (let at = node + 1; at < end; at++) {
    if (tree.kind[at] !== NODE.text || tree.isBlank(at)) continue;
    const holder = tree.parent[at] as number;
    if (holder === node) return text;
    if (isInline(tree.tag[holder] as number)) return beforePlace(tree, holder, text);
    const first = nodeText(tree, holder, MAX_BYLINE + 1);
    if (areInitials(first, text.slice(first.length).trim())) {
      text = text.slice(first.length).trim();
      isLettered = true;
      at = (tree.end[holder] as number) - 1;
      continue;
    }
    // The letters in the round are the name's: whose they are needs no given name that is known.
    const isName = isNamed(first) || (isLettered && isPerson(first));
    return first.length < text.length && isName ? `${first}; ${text.slice(first.length)}` : text;
  }
  return text;
}

/** Where the article's text goes on behind its first paragraph or a caption: what signs stands before. */
function textAfter(tree: Tree, headline: number): number {
  const end = Math.min(tree.size, headline + AFTER);
  let seen = 0;
  for (let node = Math.max(0, tree.end[headline] ?? 0); node < end; node++) {
    if (tree.kind[node] !== NODE.text || tree.textSize(node) < PARAGRAPH) continue;
    if (++seen > 1) return node;
  }
  return end;
}

export function isNear({ node }: Spot, headline: number): boolean {
  return headline < 0 || (node > headline - BEFORE && node < headline + AFTER);
}

/** What follows the headline is nearer than what stands before it. */
function distance({ node }: Spot, headline: number): number {
  return node >= headline ? node - headline : (headline - node) * 3;
}
