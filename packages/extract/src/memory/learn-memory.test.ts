import { describe, expect, it } from 'vitest';
import type { PageObservation } from '../types.ts';
import { EMPTY_MEMORY, learnMemory } from './learn-memory.ts';
import { packMemory, unpackMemory } from './pack-memory.ts';

type Block = readonly [text: number, slot: number, chars: number, kept: boolean];
const observed = (blocks: readonly Block[]): PageObservation => ({
  texts: Int32Array.from(blocks, ([text]) => text),
  slots: Int32Array.from(blocks, ([, slot]) => slot),
  chars: Int32Array.from(blocks, ([, , chars]) => chars),
  kept: Uint8Array.from(blocks, ([, , , kept]) => Number(kept)),
  frame: Int32Array.of(),
  hasPlayer: false,
});
/** The rows of a table of a memory, by their hash. */
const rowsOf = (flat: Int32Array, width: number) =>
  Object.fromEntries(
    Array.from({ length: flat.length / width }, (_, at) => [
      flat[at * width],
      [...flat.subarray(at * width + 1, (at + 1) * width)],
    ]),
  );

/** A page with its own body in one slot, and the same furniture as every page in another. */
const page = (number: number, bodySlot = 1): PageObservation =>
  observed([
    [1000 + number, bodySlot, 500, true],
    [7, 2, 80, false],
  ]);
const pages = (count: number, bodySlot = 1): PageObservation[] =>
  Array.from({ length: count }, (_, number) => page(number, bodySlot));

describe('learnMemory', () => {
  it('counts the pages that have a text, and what each slot held', () => {
    const { memory } = learnMemory(null, pages(5));
    expect(memory.pages).toBe(5);
    expect(rowsOf(memory.repeated, 2)).toMatchObject({ 7: [5], 1004: [1] });
    expect(rowsOf(memory.slots, 3)).toEqual({ 1: [2500, 0], 2: [0, 400] });
  });

  it('learns the same in one go and page by page', () => {
    let memory = EMPTY_MEMORY;
    for (const one of pages(12)) ({ memory } = learnMemory(memory, [one]));
    expect(memory).toEqual(learnMemory(null, pages(12)).memory);
  });

  it('notices that bodies lie elsewhere now, reports it and starts anew', () => {
    const { memory } = learnMemory(null, pages(20));
    const { memory: renewed, change } = learnMemory(memory, pages(10, 9));
    expect(change).toMatchObject({ generation: 2, forgottenPages: expect.any(Number) });
    expect(renewed.generation).toBe(2);
    expect(rowsOf(renewed.slots, 3)).toEqual({ 9: [expect.any(Number), 0], 2: expect.anything() });
  });

  it('takes one odd page among many for what it is', () => {
    const { memory } = learnMemory(null, pages(20));
    expect(learnMemory(memory, pages(1, 9)).change).toBeNull();
  });

  it('stays within its bounds, whatever it sees', () => {
    let memory = EMPTY_MEMORY;
    for (let at = 0; at < 300; at++) {
      const blocks = Array.from({ length: 50 }, (_, i): Block => {
        return [at * 50 + i + 1, at * 50 + i, 2 ** 31 - 1, i % 2 === 0];
      });
      ({ memory } = learnMemory(memory, [observed(blocks), observed(blocks)]));
    }
    expect(memory.repeated.length).toBeLessThanOrEqual(2 * 2000);
    expect(memory.slots.length).toBeLessThanOrEqual(3 * 400);
    expect(Math.min(...memory.slots)).toBeGreaterThanOrEqual(0);
  });
});

describe('packMemory', () => {
  const { memory } = learnMemory(null, [...pages(30), observed([[-5, -9, 12, true]])]);

  it('comes back as it was', () => {
    expect(unpackMemory(packMemory(memory))).toEqual(memory);
    expect(unpackMemory(packMemory(EMPTY_MEMORY))).toEqual(EMPTY_MEMORY);
  });

  it('is nothing when another version packed it or a part of it is missing', () => {
    const packed = packMemory(memory);
    expect(unpackMemory(packed.subarray(0, -4))).toBeNull();
    expect(unpackMemory(packed.subarray(0, 5))).toBeNull();
    packed.writeInt32LE(99);
    expect(unpackMemory(packed)).toBeNull();
  });
});
