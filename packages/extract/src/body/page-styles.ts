import { attributeId, NODE, rowOf, type Tree } from '@nashra/html';
import type { Block } from './blocks.ts';
import { isFolded } from './hidden.ts';
import { CLEAR, HIDING_WAYS, type HidingWay, MOVES } from './hiding-ways.ts';
import { isSelected, readSelector, type Selector } from './selectors.ts';
import { readSheets, type SheetText, textsOfSheets } from './sheet-text.ts';

const [DISPLAY] = HIDING_WAYS as readonly [HidingWay];
const WAYS = [...HIDING_WAYS, CLEAR];
/** Where a rule may hide, with little looking: at each colon what stands before it, and what behind. */
const MAY_HIDE =
  /:(?:(?<=display\s?:)\s*none|(?<=visibility\s?:)\s*[hc]|(?<=(?:opacity|height|size)\s?:)\s*(?:0(?!\.\d*[1-9])|[12]px)|(?<=(?:left|right|top|indent)\s?:)\s*-\d{3}|(?<=clip(?:-path)?\s?:)\s*[ri]|(?<=transform\s?:)\s*scale\()/g;
/** Names of what scripts draw when a reader has come to it. */
const LATER = /animat|invisible|reveal|fade|lazy|load|scroll|appear|aos|wow|slide|delay|async/i;
const NAMES = /[.#][\w-]+/g;
/** Characters of a rule that are looked back for its selectors. */
const LONGEST_SELECTORS = 4000;
/** What a rule that nobody closes declares is the rest of the sheet, and would be read once for each place in it. */
const LONGEST_DECLARED = 2_000;
const CLASS = attributeId('class');
const ID = attributeId('id');

interface HidingRule {
  readonly selector: Selector;
  readonly way: HidingWay;
}

/** Answers whether elements have a class (`.name`) or an id (`#name`). */
type Has = (name: string) => boolean;

/** The classes and ids of the elements that the chosen blocks lie in, and of those in them. */
function namesAround(tree: Tree, blocks: readonly Block[], kept: Uint8Array): Has {
  const seen = new Set<number>();
  const classes = new Set<string>();
  const ids = new Set<string>();
  const add = (node: number): void => {
    const row = rowOf(tree, node, CLASS);
    if (row >= 0) classes.add(tree.attrValue(row));
    const idRow = rowOf(tree, node, ID);
    if (idRow >= 0) ids.add(tree.attrValue(idRow).trim());
  };
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const { first, last } = blocks[index] as Block;
    for (let at = first; at <= last; at++) if (tree.kind[at] === NODE.element) add(at);
    for (let up = tree.parent[first] as number; up > 0; up = tree.parent[up] as number) {
      if (seen.has(up)) break;
      seen.add(up);
      add(up);
    }
  }
  const all = ` ${[...classes].join(' ')} `.replace(/\s/g, ' ');
  return (name) =>
    name.startsWith('#') ? ids.has(name.slice(1)) : all.includes(` ${name.slice(1)} `);
}

/** What an element must be to be the one that a selector ends with. */
const lastOf = (selector: string): string =>
  selector
    .trim()
    .split(/[\s>+~]+/)
    .at(-1) ?? '';

/** The parts of a rule around a place in it. */
function ruleAt(sheet: string, place: number): readonly [selectors: string, declared: string] {
  const open = sheet.lastIndexOf('{', place);
  const from = Math.max(sheet.lastIndexOf('}', open), sheet.lastIndexOf('{', open - 1)) + 1;
  if (open < from || open - from > LONGEST_SELECTORS) return ['', ''];
  const close = sheet.indexOf('}', open);
  const end = Math.min(close < 0 ? sheet.length : close, open + LONGEST_DECLARED);
  return [sheet.slice(from, open), sheet.slice(open + 1, end)];
}

/** Whether a selector can be of an element with one of some names, by what it ends with. */
function speaksOf(selector: string, has: Has): boolean {
  const own = lastOf(selector).match(NAMES) ?? selector.match(NAMES);
  return own?.every((name) => has(name)) ?? false;
}

/** The selectors of the rule around a place that can be of elements with some names. */
function selectorsAt(sheet: string, place: number, has: Has): readonly string[] {
  const [selectors] = ruleAt(sheet, place);
  return selectors === '' ? [] : selectors.split(',').filter((one) => speaksOf(one, has));
}

/** Whether a rule that may hide speaks of one of some names, be it on paper or in a comment. */
function mayHide(sheet: string, has: Has): boolean {
  for (const { index } of sheet.matchAll(MAY_HIDE))
    if (selectorsAt(sheet, index, has).length > 0) return true;
  return false;
}

/** The rules that hide elements with some names. */
function hidingRules(sheet: string, has: Has): HidingRule[] {
  const rules: HidingRule[] = [];
  for (const { index } of sheet.matchAll(MAY_HIDE)) {
    const selectors = selectorsAt(sheet, index, has);
    if (selectors.length === 0) continue;
    const [, declared] = ruleAt(sheet, index);
    const way = WAYS.find(({ hides }) => hides.test(declared));
    if (!way || (way !== DISPLAY && MOVES.test(declared))) continue;
    for (const text of selectors) {
      const selector = way !== DISPLAY && LATER.test(text) ? null : readSelector(text);
      if (selector) rules.push({ selector, way });
    }
  }
  return rules;
}

/** The names that rules show again in some way: those of what their selectors end with. */
function namesShown({ plain, wide }: SheetText, { hides, shows }: HidingWay): Set<string> {
  const shown = new Set<string>();
  for (const rule of `${plain}}${wide}`.split('}')) {
    const open = rule.indexOf('{');
    const declared = rule.slice(open + 1);
    if (open < 0 || !shows.test(declared) || hides.test(declared)) continue;
    for (const selector of rule.slice(0, open).split(','))
      for (const [name] of lastOf(selector).matchAll(NAMES)) shown.add(name);
  }
  return shown;
}

/** Whether a style sheet hides an element. */
export type Hides = ((node: number) => boolean) | null;

/**
 * Tells which elements around chosen blocks, and in them, the page's own style sheets hide by a class, an id, or these in an
 * element, and show again nowhere; what opens at a reader's wish is none. Null where they hide nothing.
 */
export function hiddenByStyle(tree: Tree, blocks: readonly Block[], kept: Uint8Array): Hides {
  const hides = readStyles(tree, blocks, kept);
  known.set(tree, hides);
  return hides;
}

const known = new WeakMap<Tree, Hides>();

/** The same for blocks that are left of those that were asked about before. */
export const knownHides = (tree: Tree): Hides => known.get(tree) ?? null;

function readStyles(tree: Tree, blocks: readonly Block[], kept: Uint8Array): Hides {
  const texts = textsOfSheets(tree);
  if (texts.length === 0) return null;
  let around: Has | undefined;
  const has: Has = (name) => {
    around ??= namesAround(tree, blocks, kept);
    return around(name);
  };
  if (!texts.some((text) => mayHide(text, has))) return null;
  const sheets = readSheets(texts);
  const rules = hidingRules(sheets.plain, has);
  if (rules.length === 0) return null;
  const shown = new Map<HidingWay, Set<string>>();
  const isShown = ({ way, selector }: HidingRule): boolean => {
    const names = shown.get(way) ?? namesShown(sheets, way);
    shown.set(way, names);
    const { id, classes } = selector.compounds[0] as Selector['compounds'][0];
    return names.has(`#${id}`) || classes.some((name) => names.has(`.${name}`));
  };
  return (node) =>
    rules.some(
      (rule) => isSelected(tree, node, rule.selector) && !isShown(rule) && !isFolded(tree, node),
    );
}
