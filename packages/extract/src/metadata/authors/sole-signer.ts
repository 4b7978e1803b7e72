import { attributeId, NODE, rowOf, TAG, type Tree } from '@nashra/html';
import { isAuthorLink } from '../author-links.ts';
import { HINT } from '../class-vocabulary.ts';
import { hintsOf } from '../class-words.ts';
import { isSilent, nodeText } from '../node-text.ts';
import { oneLine } from '../one-line.ts';
import { isBelowLink } from './at-link.ts';
import { isNamed } from './given-names.ts';
import { ARABIC } from './line-forms.ts';
import { namesIn } from './names.ts';
import { isPerson } from './who.ts';

const CLASS = attributeId('class');
const MOST_NODES = 30_000;
/** Nodes above a headline among which its byline may stand. */
const ABOVE = 150;
/** Nodes of a box that tells of an author, whose name comes first in it. */
const BOX_NODES = 150;
const NAME_CHARS = 60;
const LABEL_CHARS = 60;
/** Nodes between a label and the name it stands over. */
const LABEL_GAP = 12;

/** Words that stand alone over or before who wrote: «Written by», «Auteur», «الكاتب». */
const LABEL =
  /^(?:(?:written|posted|article|words|text|story|published) by|(?:about )?the author|authors?|(?:article )?(?:écrite?|rédigée?|publiée?) par|(?:à propos de )?l['’]aute(?:ur|ure|rice)|aut(?:eur|eure|rice)|autor(?:in|a)?(?:\/(?:autor)?(?:in)?)?|(?:über )?(?:den|die) autor(?:in)?|(?:geschrieben|verfasst) von|escrito por|(?:sobre )?(?:el|la|o|a) autora?|scritto da|autore|بقلم|كتبه?|كتبته|(?:عن )?(?:ال)?كاتبة?(?: المقال)?|نشر(?:ه)? بواسطة|(?:by|von|par|por|di|door)\s*[:：])\s*[:：]?$/iu;
/** The same with the name behind it. */
const LABELLED =
  /^(?:(?:(?:written|posted) by|(?:écrite?|rédigée?) par|(?:geschrieben|verfasst) von|escrito por|scritto da|بقلم)\s*[:：]?|(?:author|auteure?|autor(?:in)?|الكاتبة?)\s*[:：])\s+(\S.{2,50})$/iu;

/**
 * Who signs anywhere on a page, where nothing near its headline says so: the one person whom all its labels («Written by»),
 * its boxes for an author, and its links to an author's page name. Of lists there are several, and nobody signs.
 * @param asides boxes about other pages and the page's frame, where others' names stand
 */
export function soleSigner(tree: Tree, headline: number, asides: ReadonlySet<number>): string {
  const from = Math.max(0, headline - ABOVE);
  const found = new Map<string, string>();
  const end = Math.min(tree.size, from + MOST_NODES);
  for (let node = from; node < end && found.size < 2; node++) {
    if (tree.kind[node] === NODE.text) {
      const name = labelled(tree, node);
      if (name !== '') found.set(name.toLowerCase(), name);
    } else if (tree.kind[node] === NODE.element) {
      const tag = tree.tag[node] as number;
      if (asides.has(node) || isSilent(tag) || tag === TAG.nav || tag === TAG.figcaption) {
        node = (tree.end[node] as number) - 1;
        continue;
      }
      const name = marked(tree, node, tag);
      if (name !== '') found.set(name.toLowerCase(), name);
      // Menus and teasers are links: no label stands in one.
      if (tag === TAG.a) node = (tree.end[node] as number) - 1;
    }
  }
  const [name] = found.values();
  return found.size === 1 ? (name as string) : '';
}

/** The name that a text labels, behind it or in what follows. */
function labelled(tree: Tree, node: number): string {
  if (tree.isBlank(node) || tree.textSize(node) > 2 * LABEL_CHARS) return '';
  const text = oneLine(tree.text(node));
  if (text.length > LABEL_CHARS) return '';
  if (isBelowLink(tree, node)) return '';
  const behind = LABELLED.exec(text)?.[1];
  if (behind !== undefined) return personIn(behind);
  if (!LABEL.test(text)) return '';
  const end = Math.min(tree.size, node + LABEL_GAP);
  for (let next = node + 1; next < end; next++)
    if (tree.kind[next] === NODE.text && !tree.isBlank(next)) {
      const said = oneLine(tree.text(next));
      // The label's colon may stand in an element of its own.
      if (said !== ':' && said !== '：') return personIn(said);
    }
  return '';
}

/** The name in an element whose class says author, or in a link to an author's page, and nothing but the name. */
function marked(tree: Tree, node: number, tag: number): string {
  const row = rowOf(tree, node, CLASS);
  const hints = row < 0 ? 0 : hintsOf(tree, row);
  const says = (hints & HINT.author) !== 0 && (hints & (HINT.caption | HINT.aside)) === 0;
  if (!says && !(tag === TAG.a && isAuthorLink(tree, node))) return '';
  const text = nodeText(tree, node, NAME_CHARS + 1);
  if (text.length > NAME_CHARS) return says ? firstName(tree, node) : '';
  // Any Arabic words look like a name.
  const name = personIn(text);
  return ARABIC.test(name) && !isNamed(name) ? '' : name;
}

/** The first text of a small box, where it is a name. */
function firstName(tree: Tree, box: number): string {
  const end = tree.end[box] as number;
  if (end - box > BOX_NODES) return '';
  for (let at = box + 1; at < end; at++)
    if (tree.kind[at] === NODE.text && !tree.isBlank(at)) {
      const name = tree.textSize(at) > 2 * NAME_CHARS ? '' : oneLine(tree.text(at));
      return isNamed(name) ? name : '';
    }
  return '';
}

function personIn(text: string): string {
  const [name = '', ...more] = namesIn(text);
  return more.length === 0 && isPerson(name) ? name : '';
}
