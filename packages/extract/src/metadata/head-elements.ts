import { attributeId, type Tree } from '@nashra/html';
import { rowOf } from './attribute-rows.ts';

/** Lists by name; see `push`. */
export type Lists<T> = Map<string, T[]>;

const MAX_VALUES = 200;
const MAX_META_CHARS = 20_000;

const CONTENT = attributeId('content');
const HREF = attributeId('href');
const REL = attributeId('rel');
/** The attributes that name what a `meta` element states. */
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'].map(attributeId);
/** The links whose addresses somebody asks for. */
const RELATIONS = /\b(?:canonical|amphtml|image_src)\b/i;

/** Adds the content of a `meta` element under each of its names. */
export function readMeta(tree: Tree, node: number, metas: Lists<string>): void {
  const row = rowOf(tree, node, CONTENT);
  const content = row < 0 ? '' : tree.attrValue(row);
  if (content === '') return;
  for (const attribute of NAMES) {
    const named = rowOf(tree, node, attribute);
    const name = named < 0 ? '' : tree.attrValue(named);
    if (name !== '') push(metas, name.trim().toLowerCase(), content.slice(0, MAX_META_CHARS));
  }
}

/** Adds the address of a `link` element under each word of its rel. */
export function readLink(tree: Tree, node: number, links: Lists<string>): void {
  const row = rowOf(tree, node, REL);
  const relations = row < 0 ? '' : tree.attrValue(row);
  if (!RELATIONS.test(relations)) return;
  const target = rowOf(tree, node, HREF);
  const address = target < 0 ? '' : tree.attrValue(target);
  if (address === '') return;
  for (const word of relations.toLowerCase().split(/\s+/)) push(links, word, address);
}

/** Adds a value to the list of its name; the first ones stay when they are too many. */
export function push<T>(lists: Lists<T>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.length < MAX_VALUES) list.push(value);
}
