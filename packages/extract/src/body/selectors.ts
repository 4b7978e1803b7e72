import { TAG, type Tree } from '@nashra/html';

/** A tag, classes and an id that one element must have, and whether it is the parent of what stands right of it. */
interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly isParent: boolean;
}

/** What a selector asks of an element and of those around it, from the element upwards. */
export interface Selector {
  readonly compounds: readonly Compound[];
}

const COMPOUND = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;
/** Elements around another that are asked for. */
const MOST_COMPOUNDS = 4;
/** It stands in the page until a script takes it off. */
const SCRIPTLESS = '.no-js';

/**
 * Reads a selector of tags, classes, ids, descendants and children; null for any other, and for one that names neither
 * class nor id.
 */
export function readSelector(text: string): Selector | null {
  const pieces = text
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/);
  const compounds: Compound[] = [];
  let isNamed = false;
  let isParent = false;
  for (const piece of pieces.reverse()) {
    if (piece === '>') {
      isParent = true;
      continue;
    }
    const match = COMPOUND.exec(piece);
    if (piece === '' || !match || compounds.length === MOST_COMPOUNDS) return null;
    const names: readonly string[] = match[2]?.match(/[.#][\w-]+/g) ?? [];
    if (names.includes(SCRIPTLESS)) return null;
    isNamed ||= names.length > 0;
    const tag = match[1] ?? '';
    compounds.push({
      tag: tag === '*' ? '' : tag.toLowerCase(),
      id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      isParent,
    });
    isParent = false;
  }
  const [own] = compounds;
  // «.box *» speaks of everything.
  const isAny = own?.tag === '' && own.id === '' && own.classes.length === 0;
  return isNamed && own && !isAny ? { compounds } : null;
}

const classesOf = (tree: Tree, node: number): readonly string[] =>
  tree.attr(node, 'class')?.trim().split(/\s+/) ?? [];

function fits(tree: Tree, node: number, { tag, id, classes }: Compound): boolean {
  if (tag !== '' && tree.tag[node] !== TAG[tag as keyof typeof TAG]) return false;
  if (id !== '' && tree.attr(node, 'id')?.trim() !== id) return false;
  if (classes.length === 0) return true;
  const own = classesOf(tree, node);
  return classes.every((name) => own.includes(name));
}

/** Whether an element is one that a selector speaks of. */
export function isSelected(tree: Tree, node: number, { compounds }: Selector): boolean {
  let at = node;
  for (const [place, compound] of compounds.entries()) {
    if (place > 0) at = tree.parent[at] as number;
    while (place > 0 && !compound.isParent && at > 0 && !fits(tree, at, compound))
      at = tree.parent[at] as number;
    if (at <= 0 || !fits(tree, at, compound)) return false;
  }
  return true;
}
