import { readLooseJson } from './loose-json.ts';

/** One JSON-LD object, as the page wrote it. */
export type LdNode = Readonly<Record<string, unknown>>;

/** What the JSON-LD blocks of a page say. */
export interface LinkedData {
  /** Objects that describe the page or stand at the top of a block or graph, in source order. */
  readonly nodes: readonly LdNode[];
  /** The object an `{"@id": …}` reference points to; anything else comes back as it is. */
  resolve(value: unknown): unknown;
}

const MAX_BLOCKS = 64;
const MAX_CHARS = 2_000_000;
const MAX_NODES = 5_000;
const MAX_DEPTH = 12;

/** Keys under which another description of the same page hangs. */
const PAGE_KEYS = ['@graph', 'mainEntity', 'mainEntityOfPage'] as const;

/** Parses the contents of all `application/ld+json` scripts of a page. Never throws. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes: LdNode[] = [];
  let left = MAX_CHARS;
  for (const script of scripts.slice(0, MAX_BLOCKS)) {
    left -= script.length;
    if (left < 0) break;
    for (const value of parseBlock(script)) gather(value, 0, nodes);
  }
  let byId: ReadonlyMap<string, LdNode> | undefined;
  return {
    nodes,
    resolve(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      const node = value as LdNode;
      const id = node['@id'];
      if (typeof id !== 'string' || hasSubstance(node)) return node;
      byId ??= indexById(nodes);
      return byId.get(id) ?? node;
    },
  };
}

/** Everything a reference may point to; many pages have no references. */
function indexById(nodes: readonly LdNode[]): ReadonlyMap<string, LdNode> {
  const byId = new Map<string, LdNode>();
  let budget = MAX_NODES;
  const index = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null || budget-- < 0) return;
    if (Array.isArray(value)) {
      for (const item of value) index(item, depth);
      return;
    }
    const node = value as LdNode;
    const id = node['@id'];
    // The reference itself has an @id too: only what says more is worth pointing to.
    if (typeof id === 'string' && !byId.has(id) && hasSubstance(node)) byId.set(id, node);
    for (const key in node) index(node[key], depth + 1);
  };
  for (const node of nodes) index(node, 0);
  return byId;
}

function hasSubstance(node: LdNode): boolean {
  for (const key in node) if (key !== '@id' && key !== '@type') return true;
  return false;
}

function parseBlock(script: string): unknown[] {
  const source = script.trim();
  if (source === '') return [];
  try {
    return [JSON.parse(source)];
  } catch {
    // Some templates escape the whole block as if it were markup.
    const quoted = source.includes('"') ? source : source.replaceAll('&quot;', '"');
    return readLooseJson(quoted.replaceAll(/<!--|-->|<!\[CDATA\[|\]\]>/g, ' '));
  }
}

function gather(value: unknown, depth: number, nodes: LdNode[]): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, depth + 1, nodes);
    return;
  }
  const node = value as LdNode;
  if (node['@type'] !== undefined) nodes.push(node);
  for (const key of PAGE_KEYS) gather(node[key], depth + 1, nodes);
}
