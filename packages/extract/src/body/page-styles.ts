import type { Tree } from '@nashra/html';
import { isFolded } from './hidden.ts';
import { anyOf, CLEAR, HIDING_WAYS, type HidingWay, MOVES } from './hiding-ways.ts';
import { isSelected, keysOf, readSelector, type Selector } from './selectors.ts';
import { readSheets, type SheetText } from './sheet-text.ts';

const [DISPLAY] = HIDING_WAYS as readonly [HidingWay];
const WAYS = [...HIDING_WAYS, CLEAR];
const HIDES = anyOf(WAYS);
const EACH_HIDES = anyOf(WAYS, 'gi');
/** Names of what scripts draw when a reader has come to it. */
const LATER = /animat|invisible|reveal|fade|lazy|load|scroll|appear|aos|wow|slide|delay|async/i;
const NAMES = /[.#][\w-]+/g;
/** Characters of a rule that are looked back for its selectors. */
const LONGEST_SELECTORS = 4000;

interface HidingRule {
  readonly selector: Selector;
  readonly way: HidingWay;
}

/** The rules that hide, by what an element can be looked up by. */
function hidingRules(sheet: string): Map<string, HidingRule[]> {
  const rules = new Map<string, HidingRule[]>();
  for (const { index } of sheet.matchAll(EACH_HIDES)) {
    const open = sheet.lastIndexOf('{', index + 1);
    const from = sheet.lastIndexOf('}', open) + 1;
    const close = sheet.indexOf('}', open);
    if (open < from || open - from > LONGEST_SELECTORS) continue;
    const declared = sheet.slice(open + 1, close < 0 ? undefined : close);
    const way = WAYS.find(({ hides }) => hides.test(declared));
    if (!way || (way !== DISPLAY && MOVES.test(declared))) continue;
    for (const text of sheet.slice(from, open).split(',')) {
      const selector = way !== DISPLAY && LATER.test(text) ? null : readSelector(text);
      if (!selector) continue;
      const rule = { selector, way };
      const known = rules.get(selector.key);
      if (known) known.push(rule);
      else rules.set(selector.key, [rule]);
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
    for (const selector of rule.slice(0, open).split(',')) {
      const last =
        selector
          .trim()
          .split(/[\s>+~]+/)
          .at(-1) ?? '';
      for (const [name] of last.matchAll(NAMES)) shown.add(name);
    }
  }
  return shown;
}

/** Whether a style sheet hides an element. */
export type Hides = ((node: number) => boolean) | null;

/**
 * Tells which elements the page's own style sheets hide by a class, an id, or these in an element, and show again
 * nowhere; what opens at a reader's wish is none. Null where they hide nothing.
 */
export function hiddenByStyle(tree: Tree): Hides {
  const sheets = readSheets(tree, HIDES);
  const rules = sheets.plain === '' ? null : hidingRules(sheets.plain);
  if (!rules || rules.size === 0) return null;
  const shown = new Map<HidingWay, Set<string>>();
  const isShown = ({ way, selector }: HidingRule): boolean => {
    const names = shown.get(way) ?? namesShown(sheets, way);
    shown.set(way, names);
    const { id, classes } = selector.compounds[0] as Selector['compounds'][0];
    return names.has(`#${id}`) || classes.some((name) => names.has(`.${name}`));
  };
  const hides = (node: number, rule: HidingRule): boolean =>
    isSelected(tree, node, rule.selector) && !isShown(rule) && !isFolded(tree, node);
  return (node) =>
    keysOf(tree, node).some((key) => rules.get(key)?.some((rule) => hides(node, rule)) ?? false);
}
