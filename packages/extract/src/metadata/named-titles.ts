import { attributeId, NODE, TAG, type Tree } from '@nashra/html';
import { HINT } from './class-vocabulary.ts';
import { hintsOf } from './class-words.ts';

const CLASS = attributeId('class');
const ID = attributeId('id');
const ROLE = attributeId('role');
const NAMES = [CLASS, ID];
const MAX_TITLES = 200;
const BLANK = 32;
const LETTER_H = 104;
const DIGIT_1 = 49;
const DIGIT_3 = 51;

/** «h2» as a class: drawn as a heading by what is not one. */
function isDrawnAsHeading(tree: Tree, row: number): boolean {
  const { bytes } = tree;
  const from = tree.valueFrom(row);
  const to = tree.valueTo(row);
  for (let at = from; at < to - 1; at++) {
    const digit = bytes[at + 1] as number;
    if (bytes[at] !== LETTER_H || digit < DIGIT_1 || digit > DIGIT_3) continue;
    const isFirst = at === from || bytes[at - 1] === BLANK;
    if (isFirst && (at + 2 === to || bytes[at + 2] === BLANK)) return true;
  }
  return false;
}

/** Whether an attribute of an element says something. */
type Says = (tree: Tree, row: number) => boolean;

const saysTitle: Says = (tree, row) => (hintsOf(tree, row) & HINT.title) !== 0;

/** The elements whose class or id says title, in source order. Few pages need them, so the scan leaves them out. */
export const namedTitles = (tree: Tree): number[] => elementsThat(tree, saysTitle);

/** The elements whose class is the rank of a heading, in source order. */
export const drawnTitles = (tree: Tree): number[] => elementsThat(tree, isDrawnAsHeading);

/** What is no heading by its tag, and says to those who hear the page that it is one. */
const saysHeading: Says = (tree, row) => tree.attrValue(row).trim().toLowerCase() === 'heading';

/** The elements that are a page's first headings by their role, in source order. */
export const roleHeadings = (tree: Tree): number[] =>
  elementsThat(tree, saysHeading, [ROLE]).filter(
    (node) => tree.attr(node, 'aria-level')?.trim() === '1',
  );

function elementsThat(tree: Tree, says: Says, names: readonly number[] = NAMES): number[] {
  const titles: number[] = [];
  for (let node = 1; node < tree.size && titles.length < MAX_TITLES; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    switch (tree.tag[node]) {
      case TAG.script:
      case TAG.style:
      case TAG.svg:
      case TAG.template:
        node = (tree.end[node] as number) - 1;
        continue;
      case TAG.base:
      case TAG.title:
      case TAG.meta:
      case TAG.link:
        continue;
    }
    const to = tree.attrTo(node);
    for (let row = tree.attrFrom(node); row < to; row++) {
      const name = tree.attrId(row);
      if (!names.includes(name) || !says(tree, row)) continue;
      titles.push(node);
      break;
    }
  }
  return titles;
}
