import { attributeId, type Tree } from '@nashra/html';
import { ValueMemo } from '../metadata/value-memo.ts';
import { anyOf, CLEAR, HIDING_WAYS, MOVES } from './hiding-ways.ts';

/** How an element is kept from readers' eyes, from not at all to for certain. */
export const HIDDEN = { no: 0, sometimes: 1, always: 2 } as const;

const HIDING = new Set([attributeId('hidden'), attributeId('style'), attributeId('aria-hidden')]);
const HIDDEN_ID = attributeId('hidden');
const STYLE_ID = attributeId('style');
const CLASS_ID = attributeId('class');
const ARIA_HIDDEN_ID = attributeId('aria-hidden');
const STYLE = anyOf(HIDING_WAYS);
/** Classes of the wide-spread style sheets that hide at every width, and those that hide at some. */
const ALWAYS =
  /(?:^|\s)(?:d-none|hidden|hide|is-hidden|invisible|display-none|[\w-]*visually-?hidden[\w-]*|element-(?:invisible|hidden)|off-?screen(?:-text)?|sr-(?:only|text)|show-for-sr|screen-?readers?(?:-only|-text)?|a11y-(?:hidden|only|text)|assistive-text|accessibly-hidden|elementor-screen-only|print-only|only-print|(?:for-)?print(?:-copy|able)?|visible-print(?:-block)?|u-hidden|uk-hidden)(?=\s|$)/i;
const SOMETIMES =
  /(?:^|\s)(?:(?:visible|hidden|hide|show)-(?:for-|only-)?(?:xs|sm|md|lg|xl|mobile|tablet|desktop|phone|small|medium|large|print)\S*|(?:mobile|desktop|tablet)-(?:only|version|view|text|copy)|(?:only|hide|show)-(?:on-)?(?:mobile|desktop|tablet)|d-(?:xs|sm|md|lg|xl)-\w+|(?:sm|md|lg|xl):(?:hidden|block|flex|grid|inline\S*))(?=\s|$)/i;
const LONGEST_STYLE = 2000;

const roles = new Uint8Array(256);
for (const id of HIDING) roles[id] = 1;

/** True for the ids of attributes that `readHiding` can make something of, classes aside. */
export const mayHide = (id: number): boolean => roles[id] === 1;

/** Templates repeat the values of these on every element. */
const byStyle = new ValueMemo((style) => {
  const isHidden = STYLE.test(style) || (CLEAR.hides.test(style) && !MOVES.test(style));
  return isHidden ? HIDDEN.always : HIDDEN.no;
});
const byClass = new ValueMemo((names) => {
  if (SOMETIMES.test(names)) return HIDDEN.sometimes;
  return ALWAYS.test(names) ? HIDDEN.always : HIDDEN.no;
});

/** What one attribute says. Of classes only those are worth asking that have a word for it. */
export function readHiding(tree: Tree, row: number): number {
  const id = tree.attrId(row);
  if (id === HIDDEN_ID)
    return tree.attrValue(row).toLowerCase() === 'until-found' ? 0 : HIDDEN.always;
  if (tree.valueTo(row) - tree.valueFrom(row) > LONGEST_STYLE) return HIDDEN.no;
  if (id === STYLE_ID) return byStyle.of(tree, row);
  if (id === CLASS_ID) return byClass.of(tree, row);
  return tree.attrValue(row).trim().toLowerCase() === 'true' ? HIDDEN.always : HIDDEN.no;
}

/** Whether an element is kept from the eyes, or drawn for them alone and kept from the ears. */
export function hidingOf(tree: Tree, node: number): 'eyes' | 'ears' | null {
  let found: 'ears' | null = null;
  for (let row = tree.attrFrom(node); row < tree.attrTo(node); row++) {
    const id = tree.attrId(row);
    if ((id !== CLASS_ID && !mayHide(id)) || readHiding(tree, row) !== HIDDEN.always) continue;
    if (id !== ARIA_HIDDEN_ID) return 'eyes';
    found = 'ears';
  }
  return found;
}

const DIALOG = /^\s*(?:alert)?dialog\s*$/i;

/** True for a `role` that lies over the page, or is not shown. */
export const isDialog = (tree: Tree, row: number): boolean => DIALOG.test(tree.attrValue(row));

/** What opens at a reader's wish is a part of the text: answers, steps, tabs. */
const FOLDS =
  /accordion|collaps|faq|expand|toggle|tab-?(?:pan|cont)|spoiler|read-?more|aufklapp|depliant/i;

/** True for an element that hides its text until a reader asks for it. */
export function isFolded(tree: Tree, node: number): boolean {
  for (let row = tree.attrFrom(node); row < tree.attrTo(node); row++) {
    const name = tree.attrName(row);
    if (name === 'aria-labelledby' || name.startsWith('data-accordion')) return true;
    if (name === 'role' && /^(?:region|tabpanel)$/i.test(tree.attrValue(row))) return true;
    const tells = name === 'class' || name === 'id' || name === 'data-theme-key';
    if (tells && FOLDS.test(tree.attrValue(row))) return true;
  }
  return false;
}
