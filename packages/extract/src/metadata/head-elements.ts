import { attributeId, rowOf, type Tree } from '@nashra/html';
import { cutText } from '@nashra/text';
import { ValueMemo } from './value-memo.ts';

/** Lists by name; see `push`. */
export type Lists<T> = Map<string, T[]>;

const MAX_VALUES = 200;
const MAX_META_CHARS = 20_000;
/** Bytes; nobody asks for a name that long. */
const MAX_NAME = 200;

const CONTENT = attributeId('content');
const HREF = attributeId('href');
const REL = attributeId('rel');
/** The attributes that name what a `meta` element states. */
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'].map(attributeId);
const metaName = new ValueMemo((name) => name.trim().toLowerCase());
/** The links whose addresses somebody asks for. */
const RELATIONS = new Set(['canonical', 'amphtml', 'image_src', 'license']);
const TYPE = attributeId('type');
/** Of other licences nothing follows here: a page names them for its pictures and its template too. */
const RSL = /^application\/rsl\+xml/i;
const NONE: readonly string[] = [];
const relations = new ValueMemo((rel) =>
  rel
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => RELATIONS.has(word)),
);

/** Adds the content of a `meta` element under each of its names. */
export function readMeta(tree: Tree, node: number, metas: Lists<string>): void {
  const row = rowOf(tree, node, CONTENT);
  const content = row < 0 ? '' : tree.attrValue(row);
  if (content === '') return;
  for (const attribute of NAMES) {
    const named = rowOf(tree, node, attribute);
    const length = named < 0 ? 0 : tree.valueTo(named) - tree.valueFrom(named);
    if (length === 0 || length > MAX_NAME) continue;
    push(metas, metaName.of(tree, named), cutText(content, MAX_META_CHARS));
  }
}

/** Adds the address of a `link` element under each word of its rel. */
export function readLink(tree: Tree, node: number, links: Lists<string>): void {
  const row = rowOf(tree, node, REL);
  const words = row < 0 ? NONE : relations.of(tree, row);
  if (words.length === 0) return;
  const target = rowOf(tree, node, HREF);
  const address = target < 0 ? '' : tree.attrValue(target);
  if (address === '') return;
  for (const word of words) {
    if (word === 'license') {
      const type = rowOf(tree, node, TYPE);
      if (type < 0 || !RSL.test(tree.attrValue(type))) continue;
    }
    push(links, word, address);
  }
}

/** Adds a value to the list of its name; the first ones stay when they are too many. */
export function push<T>(lists: Lists<T>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.length < MAX_VALUES) list.push(value);
}
