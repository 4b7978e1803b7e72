import { describe, expect, it } from 'vitest';
import { IntTable } from './int-table.ts';

describe('IntTable', () => {
  it('keeps what a Map keeps, however much it grows', () => {
    const table = new IntTable();
    const map = new Map<number, number>();
    for (let i = 1; i < 5000; i++) {
      const key = Math.imul(i, 0x9e3779b1) >> (i % 24);
      table.set(key, i);
      map.set(key, i);
    }
    expect(table.size).toBe(map.size);
    for (const [key, value] of map) expect(table.get(key)).toBe(value);
  });

  it('knows the key 0, and keys that are missing', () => {
    const table = new IntTable();
    expect([table.has(0), table.get(7)]).toEqual([false, 0]);
    table.set(0, 5);
    expect([table.has(0), table.get(0), table.size]).toEqual([true, 5, 1]);
  });
});
