import { elementOf } from './modules/extension.ts';
import type { Spoken } from './spoken.ts';
import type { XmlNode } from './xml/node.ts';

/** Takes what one element says into a draft. */
export type ElementReader<D extends Spoken = Spoken> = (node: XmlNode, draft: D) => void;

/** Canonical element name to its reader. Every format and every module is one such table. */
export type ElementTable<D extends Spoken = Spoken> = Readonly<Record<string, ElementReader<D>>>;

/** Several tables as one; a later one wins. */
export function combine<D extends Spoken>(
  ...tables: readonly ElementTable<D>[]
): ReadonlyMap<string, ElementReader<D>> {
  return new Map(tables.flatMap((table) => Object.entries(table)));
}

/** The same elements under a prefix, for documents in which they are guests. */
export function prefixed<D extends Spoken>(
  prefix: string,
  table: ElementTable<D>,
): ElementTable<D> {
  return Object.fromEntries(Object.entries(table).map(([tag, read]) => [`${prefix}:${tag}`, read]));
}

/** Every child of an element through the table; what no table knows is kept as an extension. */
export function readChildren<D extends Spoken>(
  node: XmlNode,
  draft: D,
  elements: ReadonlyMap<string, ElementReader<D>>,
): void {
  for (const child of node.children) {
    const read = elements.get(child.tag);
    if (read) read(child, draft);
    else draft.add(draft.extensions, elementOf(child));
  }
}
