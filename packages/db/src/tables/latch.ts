/** Rows to lock in one order, where readers cannot reach; see packages/articles. */
export interface LatchTable {
  slot: number;
}
