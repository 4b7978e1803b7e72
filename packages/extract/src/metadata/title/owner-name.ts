import { NODE, type Tree } from '@nashra/html';
import { cutText } from '@nashra/text';
import { plainLine } from './title-text.ts';

/** Texts at the end of a page among which its owner is named. */
const LAST_TEXTS = 40;
const MAX_LINE = 200;
const MAX_NAME = 40;
const MAX_WORDS = 6;
/** «© 2026 Le Courrier», «جميع الحقوق محفوظة لصدى الساحل © 2026». */
const RIGHTS =
  /(?:tous (?:les )?droits(?: de reproduction)? réservés|all rights reserved|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|(?:جميع|كل|كافة) (?:ال)?حقوق(?: النشر)? محفوظة)\s*(?:à|to|for|ل(?=\p{L}{3})|لدى|©)?\s*/giu;
const SIGN = /©|\(c\)|copyright/i;
const YEARS = /[\d٠-٩]{4}(?:\s*[-–/]\s*[\d٠-٩]{2,4})?/gu;
const APART = /\s*(?:[|•·.;:،,©]|\(c\)|copyright|\s[–—-]\s)\s*/iu;

/** The house that owns a page, as the line on its rights names it beside a year; '' without one. */
export function ownerName(tree: Tree): string {
  let texts = 0;
  for (let node = tree.size - 1; node > 0 && texts < LAST_TEXTS; node--) {
    if (tree.kind[node] !== NODE.text || tree.isBlank(node)) continue;
    texts++;
    if (tree.textSize(node) > 2 * MAX_LINE) continue;
    const text = tree.text(node);
    if (!SIGN.test(text) || text.search(YEARS) < 0) continue;
    const line = plainLine(cutText(text, MAX_LINE));
    const parts = line.replace(RIGHTS, ' | ').replace(YEARS, ' | ').split(APART);
    const name = parts.map((part) => part.trim()).find((part) => /\p{L}{3}/u.test(part)) ?? '';
    const isName = name.length <= MAX_NAME && name.split(/\s+/u).length <= MAX_WORDS;
    return isName ? name : '';
  }
  return '';
}
