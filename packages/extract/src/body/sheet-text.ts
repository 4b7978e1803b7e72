import { NODE, TAG, type Tree } from '@nashra/html';

/** What of a page's own styles is read: themes write hundreds of kilobytes, and hide their parts in the first ones. */
const MOST_UNITS = 30_000;
/** Rules of these hold on every screen; those of others at some widths, or on paper. */
const EVERYWHERE = /^@(?:layer[\s\w.-]*|media\s+(?:only\s+)?(?:screen|all)\s*)$/i;
const WIDE = /^@media(?!.*\bprint\b).*min-width/i;
const PAPER = /^\s*(?:print|speech)\s*$/i;

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

/** The rules of a page's own sheets. */
export interface SheetText {
  /** Those that hold at every width. */
  readonly plain: string;
  /** Those that hold from some width on. */
  readonly wide: string;
}

/** Characters of what stands between an `@` and its block. */
const LONGEST_QUERY = 200;

/** Parts a sheet by where its rules hold. */
function partSheet(sheet: string): SheetText {
  let plain = '';
  let wide = '';
  let from = 0;
  for (let at = sheet.indexOf('@'); at >= 0; at = sheet.indexOf('@', from)) {
    const open = sheet.indexOf('{', at);
    const stop = sheet.indexOf(';', at);
    plain += sheet.slice(from, at);
    if (open < 0) return { plain, wide };
    if (stop >= 0 && stop < open) {
      from = stop + 1;
      continue;
    }
    const query = sheet.slice(at, Math.min(open, at + LONGEST_QUERY));
    from = endOfBlock(sheet, open);
    if (EVERYWHERE.test(query)) plain += sheet.slice(open + 1, from - 1);
    else if (WIDE.test(query)) wide += sheet.slice(open + 1, from - 1);
  }
  return { plain: plain + sheet.slice(from), wide };
}

const isIn = ({ tag, parent }: Tree, node: number, around: number): boolean => {
  let up = parent[node] as number;
  while (up > 0 && tag[up] !== around) up = parent[up] as number;
  return up > 0;
};

/** The texts of a page's own style sheets; those for paper, and without scripts, aside. */
export function textsOfSheets(tree: Tree): string[] {
  const texts: string[] = [];
  let read = 0;
  let node = tree.tag.indexOf(TAG.style);
  for (; node >= 0 && read < MOST_UNITS; node = tree.tag.indexOf(TAG.style, node + 1)) {
    const sheet = node + 1;
    if (sheet >= tree.size || tree.kind[sheet] !== NODE.text) continue;
    if (PAPER.test(tree.attr(node, 'media') ?? '') || isIn(tree, node, TAG.noscript)) continue;
    const text = tree.text(sheet).slice(0, MOST_UNITS - read);
    read += text.length;
    texts.push(text);
  }
  return texts;
}

/** The rules of some sheets, by where they hold. */
export function readSheets(texts: readonly string[]): SheetText {
  const parts = texts.map((text) => partSheet(withoutComments(text)));
  return {
    plain: parts.map(({ plain }) => plain).join(''),
    wide: parts.map(({ wide }) => wide).join(''),
  };
}
