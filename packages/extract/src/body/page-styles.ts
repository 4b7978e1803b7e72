import { NODE, TAG, type Tree } from '@nashra/html';

/** What of a page's own styles is read: themes write hundreds of kilobytes, and hide their parts in the first ones. */
const MOST_UNITS = 50_000;
const MAY_TELL = /display|visibility/i;
const NONE = /(?:^|;)\s*display\s*:\s*none/i;
const SHOWN = /(?:^|;)\s*(?:display\s*:(?!\s*none)|visibility\s*:\s*visible)/i;
/** One class or id, or a tag with one. */
const NAME = /^(?:[a-z]\w*)?([.#][\w-]+)$/i;
const NAMES = /[.#][\w-]+/g;

/** A sheet without comments. No pattern: one that has to look for each end anew takes hours over a page made for it. */
function withoutComments(sheet: string): string {
  let rest = '';
  let from = 0;
  for (let at = sheet.indexOf('/*'); at >= 0; at = sheet.indexOf('/*', from)) {
    rest += sheet.slice(from, at);
    const end = sheet.indexOf('*/', at + 2);
    if (end < 0) return rest;
    from = end + 2;
  }
  return rest + sheet.slice(from);
}

/** Where a block of a sheet ends that opens at a place, blocks in it and all. */
function endOfBlock(sheet: string, opens: number): number {
  let depth = 1;
  let end = opens + 1;
  // Each is looked for when it has been passed, and not anew from each mark.
  let open = opens;
  let close = opens;
  while (depth > 0) {
    if (close < end) close = sheet.indexOf('}', end);
    if (close < 0) return sheet.length;
    if (open < end) open = sheet.indexOf('{', end);
    if (open < 0) open = sheet.length;
    depth += open < close ? 1 : -1;
    end = Math.min(open, close) + 1;
  }
  return end;
}

/** The text of a sheet outside of rules that hold at some widths or on paper only. */
function plainRules(sheet: string): string {
  let plain = '';
  let from = 0;
  for (let at = sheet.indexOf('@'); at >= 0; at = sheet.indexOf('@', from)) {
    const open = sheet.indexOf('{', at);
    const stop = sheet.indexOf(';', at);
    plain += sheet.slice(from, at);
    if (open < 0) return plain;
    if (stop >= 0 && stop < open) {
      from = stop + 1;
      continue;
    }
    from = endOfBlock(sheet, open);
  }
  return plain + sheet.slice(from);
}

interface Names {
  readonly hidden: Set<string>;
  readonly shown: Set<string>;
}

/** Adds the names that one rule, `selectors { declarations`, hides or shows. */
function readRule(rule: string, { hidden, shown }: Names): void {
  // Most rules speak of neither.
  if (!MAY_TELL.test(rule)) return;
  const open = rule.indexOf('{');
  if (open < 0) return;
  const selectors = rule.slice(0, open);
  const declared = rule.slice(open + 1);
  if (SHOWN.test(declared)) for (const [name] of selectors.matchAll(NAMES)) shown.add(name);
  if (!NONE.test(declared)) return;
  for (const selector of selectors.split(',')) {
    const name = NAME.exec(selector.trim())?.[1];
    if (name !== undefined) hidden.add(name);
  }
}

/** Classes (`.name`) and ids (`#name`) that the page's own style sheets hide, and show again nowhere. */
export function namesHidden(tree: Tree): ReadonlySet<string> {
  const names: Names = { hidden: new Set(), shown: new Set() };
  let read = 0;
  let node = tree.tag.indexOf(TAG.style);
  for (; node >= 0 && read < MOST_UNITS; node = tree.tag.indexOf(TAG.style, node + 1)) {
    const sheet = node + 1;
    if (sheet >= tree.size || tree.kind[sheet] !== NODE.text) continue;
    const text = tree.text(sheet).slice(0, MOST_UNITS - read);
    read += text.length;
    if (!/display\s*:\s*none/i.test(text)) continue;
    for (const rule of plainRules(withoutComments(text)).split('}')) readRule(rule, names);
  }
  for (const name of names.shown) names.hidden.delete(name);
  return names.hidden;
}

/** Whether an element has one of the names. */
export function isNamed(tree: Tree, node: number, names: ReadonlySet<string>): boolean {
  const id = tree.attr(node, 'id')?.trim();
  if (id && names.has(`#${id}`)) return true;
  const classes = tree.attr(node, 'class')?.trim();
  return !!classes && classes.split(/\s+/).some((name) => names.has(`.${name}`));
}
