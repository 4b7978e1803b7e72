import type { NodeStore } from './node-store.ts';
import type { Columns } from './parsed-tree.ts';

/** The nodes reachable from the document, numbered in document order. */
export const compact = (store: NodeStore): Columns =>
  store.moved ? renumber(store, documentOrder(store)) : inPlace(store);

function inPlace({ size, kind, tag, parent, from, to }: NodeStore): Columns {
  const columns = {
    kind: kind.slice(0, size),
    tag: tag.slice(0, size),
    parent: parent.slice(0, size),
    end: new Int32Array(size),
    from: from.slice(0, size),
    to: to.slice(0, size),
  };
  closeRanges(columns.parent, columns.end);
  return columns;
}

/** A subtree ends where its last descendant does: children come after their parents, so one pass backwards is enough. */
function closeRanges(parent: Int32Array, end: Int32Array): void {
  for (let node = end.length - 1; node >= 0; node--) {
    const held = end[node] as number;
    const stop = held > node ? held : node + 1;
    end[node] = stop;
    const above = parent[node] as number;
    if (above >= 0 && (end[above] as number) < stop) end[above] = stop;
  }
}

function documentOrder({ size, first, next, parent }: NodeStore): Int32Array {
  const order = new Int32Array(size);
  let count = 0;
  let node = 0;
  while (node >= 0) {
    order[count++] = node;
    let following = first[node] as number;
    while (following < 0 && node > 0) {
      following = next[node] as number;
      if (following < 0) node = parent[node] as number;
    }
    node = following;
  }
  return order.subarray(0, count);
}

function renumber(store: NodeStore, order: Int32Array): Columns {
  const size = order.length;
  const columns = {
    kind: new Uint8Array(size),
    tag: new Uint16Array(size),
    parent: new Int32Array(size).fill(-1),
    end: new Int32Array(size),
    from: new Int32Array(size),
    to: new Int32Array(size),
  };
  const idOf = new Int32Array(store.size);
  for (let id = 0; id < size; id++) {
    const node = order[id] as number;
    idOf[node] = id;
    columns.kind[id] = store.kind[node] as number;
    columns.tag[id] = store.tag[node] as number;
    columns.from[id] = store.from[node] as number;
    columns.to[id] = store.to[node] as number;
    // A parent comes before its children, so its new id is known.
    if (id > 0) columns.parent[id] = idOf[store.parent[node] as number] as number;
  }
  closeRanges(columns.parent, columns.end);
  return columns;
}
