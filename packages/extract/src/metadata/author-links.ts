import { attributeId, rowOf, type Tree } from '@nashra/html';
import { lettersAt, marks } from './class-words.ts';
import { ValueMemo } from './value-memo.ts';

const HREF = attributeId('href');
const REL = attributeId('rel');
const isAuthorRelation = new ValueMemo((rel) => /(?:^|\s)author(?:\s|$)/i.test(rel));

const AUTHOR_PATH =
  /\/(?:authors?|autore?s?|autoren|auteurs?|writers?|journalists?|kateb|katib)\/[^/]/i;

const AMPERSAND = 38;
const SLASH = 47;
/** What the words of AUTHOR_PATH begin with. */
const AUTHOR_STARTS = marks('au wr jo ka');

/** Links to a person's page, by rel or by the path sites keep their authors under. */
export function isAuthorLink(tree: Tree, node: number): boolean {
  const rel = rowOf(tree, node, REL);
  if (rel >= 0 && isAuthorRelation.of(tree, rel)) return true;
  const href = rowOf(tree, node, HREF);
  return href >= 0 && mayNameAuthor(tree, href) && AUTHOR_PATH.test(tree.attrValue(href));
}

/** A quick look that spares most addresses a string: what stands behind their slashes. */
function mayNameAuthor(tree: Tree, row: number): boolean {
  const { bytes } = tree;
  const to = tree.valueTo(row);
  for (let at = tree.valueFrom(row); at < to - 2; at++) {
    const byte = bytes[at] as number;
    // A slash may be written as a character reference.
    if (byte === AMPERSAND) return true;
    if (byte === SLASH && AUTHOR_STARTS.has(lettersAt(bytes, at + 1, 2))) return true;
  }
  return false;
}
