import { NODE, parseHtml, type Tree } from '@nashra/html';

/** A page as data that a change can be planted in. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Piece[];
}
export type Piece = Element | string;

/** An element with its classes and what it holds; the fixtures are written with it. */
export function el(name: string, ...children: readonly Piece[]): Element {
  const [tag = 'div', ...classes] = name.split('.');
  return { tag, attributes: classes.length > 0 ? { class: classes.join(' ') } : {}, children };
}

/** The `html` element of a document. */
export function readPage(bytes: Uint8Array): Element {
  const tree = parseHtml(bytes);
  for (let at = 1; at < tree.size; at = tree.end[at] as number) {
    if (tree.kind[at] === NODE.element) return elementAt(tree, at);
  }
  return el('html');
}

function elementAt(tree: Tree, node: number): Element {
  const children: Piece[] = [];
  for (let at = node + 1; at < (tree.end[node] as number); at = tree.end[at] as number) {
    children.push(tree.kind[at] === NODE.text ? tree.text(at) : elementAt(tree, at));
  }
  const names = tree.attrNames(node);
  const attributes = Object.fromEntries(names.map((name) => [name, tree.attr(node, name) ?? '']));
  return { tag: tree.tagName(node), attributes, children };
}

const RAW = new Set(['script', 'style']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function writePage(page: Element): Buffer {
  return Buffer.from(`<!doctype html>${write(page, false)}`);
}

function write(piece: Piece, isRaw: boolean): string {
  if (typeof piece === 'string') return isRaw ? piece : escaped(piece);
  const { tag, attributes, children } = piece;
  const said = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  const open = `<${tag}${said.join('')}>`;
  if (VOID.has(tag)) return open;
  return `${open}${children.map((it) => write(it, RAW.has(tag))).join('')}</${tag}>`;
}

/** The same page with every element made anew by `change`, from the leaves up. */
export function mapElements(page: Element, change: (element: Element) => Element): Element {
  const children = page.children.map((it) =>
    typeof it === 'string' ? it : mapElements(it, change),
  );
  return change({ ...page, children });
}

export function textOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return RAW.has(piece.tag) ? '' : piece.children.map(textOf).join(' ');
}

/** Characters of text, blanks aside. */
export const sizeOf = (piece: Piece): number => textOf(piece).replace(/\s+/g, '').length;
