import { NODE, TAG, type Tree } from '@nashra/html';
import type { NearbyLine } from '../nearby-lines.ts';
import { holderOf } from '../node-text.ts';
import { oneLine } from '../one-line.ts';
import type { SiteNames } from '../title/site-name.ts';
import { DEED_OR_OFFICE } from './arabic-leads.ts';
import { isNamed } from './given-names.ts';
import { ARABIC } from './line-forms.ts';
import { namesIn } from './names.ts';
import { OTHER_BY, OTHER_LABEL } from './other-leads.ts';
import { isAgency, isPerson } from './who.ts';

/** Lines right below the headline that a template may draw in pieces. */
const LINES = 4;
const MOST_PIECES = 12;
const NAME_CHARS = 40;
/** When a piece was published: a year, a clock, or how long ago. */
const WHEN =
  /(?:19|20|١٩|٢٠|۱۳|۱۴|۲۰)[\d٠-٩۰-۹]{2}|\d\d?\s?[:h]\s?\d\d|\sago$|^(?:منذ|قبل|il y a|hace|vor|há)\s/iu;
/** What an icon of a person is called. */
const PERSON = /(?:^|[\s_-])(?:user|person|people|author|account|pen|pencil|feather)(?:$|[\s_-])/i;

/** What stands before the name in a piece that says so: «الكاتب: …». */
const LABELLED = new RegExp(
  String.raw`^(?:(?:ال)?(?:كاتبة?|محررة?|صحفية?|صحافية?)|بقلم|author|written by|by|auteure?|rédigé par|par|autora?|por|${OTHER_BY}|${OTHER_LABEL})\s*[:：]\s*(.{3,40})$`,
  'iu',
);

/** The same by what was done, which stands before other things too: only before a given name. */
const DONE = new RegExp(String.raw`^${DEED_OR_OFFICE}\s*[:：/]\s*(.{3,40})$`, 'u');

/** The agency whose text it is: «Source : AFP». */
const SOURCED =
  /^(?:sources?|المصدر|مصدر|quelle|fuente|fonte|kaynak|منبع|источник)\s*[:：]\s*(.{2,40})$/iu;

interface Piece {
  readonly text: string;
  /** Whether an icon of a person stands right before it. */
  readonly isSigned: boolean;
}

/** Whether an element without a text draws a person. */
const isPersonIcon = (tree: Tree, node: number): boolean =>
  (tree.tag[node] === TAG.i || tree.tag[node] === TAG.span || tree.tag[node] === TAG.svg) &&
  (tree.tag[node] === TAG.svg || tree.end[node] === node + 1) &&
  PERSON.test(tree.attr(node, 'class') ?? '');

/** What the elements and icons of a line part. */
function piecesOf(tree: Tree, { node }: NearbyLine): Piece[] {
  const holder = holderOf(tree, node);
  const end = tree.end[holder] as number;
  const pieces: Piece[] = [];
  let isSigned = false;
  for (let at = holder + 1; at < end && pieces.length < MOST_PIECES; at++) {
    if (tree.kind[at] === NODE.element) {
      if (tree.tag[at] === TAG.br && at > node) break;
      isSigned ||= isPersonIcon(tree, at);
      if (tree.tag[at] === TAG.svg) at = (tree.end[at] as number) - 1;
    }
    if (at < node || tree.kind[at] !== NODE.text || tree.isBlank(at)) continue;
    const text = oneLine(tree.text(at)).replace(/^[\s|•·,–—-]+|[\s|•·,–—-]+$/gu, '');
    if (text !== '') pieces.push({ text, isSigned });
    isSigned = false;
  }
  return pieces;
}

/** Nodes between a portrait and what stands beside it. */
const PORTRAIT = 8;

/** The name that a picture right before a line bears, '' without one. */
function portraitBefore(tree: Tree, { node }: NearbyLine): string {
  for (let at = node - 1; at > Math.max(0, node - PORTRAIT); at--) {
    if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return '';
    if (tree.tag[at] === TAG.img) return oneLine(tree.attr(at, 'alt') ?? '');
  }
  return '';
}

/**
 * Who signs in a line that a template draws in pieces, each in an element of its own or behind an icon: a name behind
 * a word that says so, above the headline too, behind the icon of a person or the portrait that bears it, or a given name beside a piece that tells when or for which house.
 */
export function* signersInPieces(
  tree: Tree,
  lines: readonly NearbyLine[],
  site: SiteNames,
): Generator<string> {
  for (const line of lines) {
    if (Math.abs(line.distance) > LINES) continue;
    const pieces = piecesOf(tree, line);
    for (const { text } of pieces) {
      const name = LABELLED.exec(text)?.[1];
      if (name !== undefined && isPerson(name)) yield name;
      const source = SOURCED.exec(text)?.[1];
      if (source !== undefined && isAgency(source)) yield source;
      const doer = DONE.exec(text)?.[1];
      if (doer !== undefined && isNamed(doer)) yield doer;
    }
    if (line.distance < 0) continue;
    const [opens] = pieces;
    if (opens && isPerson(opens.text) && portraitBefore(tree, line) === opens.text)
      yield opens.text;
    const drawn = pieces.find(({ text, isSigned }) => isSigned && isPerson(text));
    if (drawn) yield drawn.text;
    const isSaid = pieces.some(({ text }) => WHEN.test(text) || site.isName(text));
    if (pieces.length < 2 || !isSaid) continue;
    for (const { text } of pieces) {
      if (text.length > NAME_CHARS) continue;
      // «طرابلس - بوابة …: فلان»: where and for whom, before the name.
      if (isNamed(text)) yield text;
      else if (ARABIC.test(text) && text.includes(':')) yield* namesIn(text).filter(isNamed);
    }
  }
}
