import type { Cell } from '../cell.ts';

export const nothing: Cell = {
  name: 'nothing',
  kind: 'load',
  what: 'no fault at all: what an article takes here anyway',
  isAlone: true,
  async begin() {},
};
