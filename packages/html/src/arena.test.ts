import { describe, expect, it } from 'vitest';
import { Arena } from './arena.ts';

/** An arena that has its block already. */
function warm(most: number, asked: number): Arena {
  const arena = new Arena(most);
  arena.bytes(asked);
  arena.reset();
  return arena;
}

describe('Arena', () => {
  it('deals arrays of zeros that do not overlap, whatever their elements', () => {
    const arena = warm(4096, 1024);
    const arrays = [
      arena.bytes(3),
      arena.doubles(2),
      arena.shorts(5),
      arena.ints(4),
      arena.floats(3),
    ];
    for (const [at, array] of arrays.entries()) array.fill(at + 1);
    for (const [at, array] of arrays.entries()) {
      expect([...array]).toEqual(new Array(array.length).fill(at + 1));
      expect(array.buffer).toBe(arrays[0]?.buffer);
    }
  });

  it('deals the same memory again after a reset, cleared', () => {
    const arena = warm(4096, 1024);
    const first = arena.ints(10).fill(7);
    arena.reset();
    const second = arena.ints(10);
    expect(second.buffer).toBe(first.buffer);
    expect([...second]).toEqual(new Array(10).fill(0));
  });

  it('makes what does not fit anew, and keeps no more than it may', () => {
    const arena = warm(256, 1_000_000);
    expect(arena.bytes(200).buffer.byteLength).toBe(256);
    expect(arena.bytes(200).buffer.byteLength).toBe(200);
    expect(new Arena().ints(5).buffer.byteLength).toBe(20);
  });
});
