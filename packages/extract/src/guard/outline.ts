import { NODE, parseHtml, TAG, type Tree } from '@nashra/html';
import { decodeToUtf8 } from '@nashra/text';

const MOST_LINES = 300;
const DEEPEST = 12;
const MOST_CHARS = 120;
const UNSEEN: ReadonlySet<number> = new Set([TAG.script, TAG.style, TAG.svg, TAG.noscript]);

/**
 * How a page is built, for people: a line for each element that holds text, by tag and classes, indented by depth;
 * neighbours that are alike are one line. Bounded, whatever the page is.
 */
export function outlineOf(bytes: Uint8Array, contentType?: string): string[] {
  const tree = parseHtml(decodeToUtf8(bytes, { contentType, kind: 'html' }));
  const lines: string[] = [];
  const body = childOf(childOf(0, tree, TAG.html), tree, TAG.body);
  if (body >= 0) describe(tree, body, 0, lines);
  return lines;
}

function describe(tree: Tree, node: number, depth: number, lines: string[]): void {
  if (depth >= DEEPEST) return;
  let last = '';
  for (let at = node + 1; at < (tree.end[node] as number); at = tree.end[at] as number) {
    if (lines.length >= MOST_LINES) return;
    if (tree.kind[at] !== NODE.element || UNSEEN.has(tree.tag[at] as number)) continue;
    const line = '  '.repeat(depth) + nameOf(tree, at);
    if (line === last || !holdsText(tree, at)) continue;
    last = line;
    lines.push(line);
    describe(tree, at, depth + 1, lines);
  }
}

/** Digits number elements and name no template. */
function nameOf(tree: Tree, node: number): string {
  const classes = (tree.attr(node, 'class') ?? '')
    .replace(/\d+/g, '#')
    .split(/\s+/)
    .filter(Boolean);
  const name = [tree.tagName(node), ...new Set(classes)].join('.');
  return name.slice(0, MOST_CHARS).toWellFormed();
}

function holdsText(tree: Tree, node: number): boolean {
  for (let at = node + 1; at < (tree.end[node] as number); at++) {
    if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return true;
  }
  return false;
}

function childOf(node: number, tree: Tree, tag: number): number {
  if (node < 0) return -1;
  for (let at = node + 1; at < (tree.end[node] as number); at = tree.end[at] as number) {
    if (tree.tag[at] === tag) return at;
  }
  return -1;
}

/** What of one outline is not in the other, in order: lines begin with «- » or «+ », what is the same is left out. */
export function diffOutlines(before: readonly string[], after: readonly string[]): string[] {
  const [rows, columns] = [before.length, after.length];
  const longest = new Uint16Array((rows + 1) * (columns + 1));
  const at = (row: number, column: number) => row * (columns + 1) + column;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      longest[at(row, column)] =
        before[row] === after[column]
          ? (longest[at(row + 1, column + 1)] as number) + 1
          : Math.max(
              longest[at(row + 1, column)] as number,
              longest[at(row, column + 1)] as number,
            );
    }
  }
  const lines: string[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const isSame = row < rows && column < columns && before[row] === after[column];
    if (isSame) {
      row++;
      column++;
      continue;
    }
    const down = row < rows ? (longest[at(row + 1, column)] as number) : -1;
    const right = column < columns ? (longest[at(row, column + 1)] as number) : -1;
    if (down >= right) lines.push(`- ${before[row++]}`);
    else lines.push(`+ ${after[column++]}`);
  }
  return lines;
}
