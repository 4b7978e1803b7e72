import { describe, expect, it } from 'vitest';
import type { PageObservation } from '../types.ts';
import { EMPTY_MEMORY, learnMemory } from './learn-memory.ts';

/** A page with its own body in one slot, and the same furniture as every page in another. */
const page = (number: number, bodySlot = 1): PageObservation => ({
  blocks: [
    { text: 1000 + number, slot: bodySlot, chars: 500, kept: true },
    { text: 7, slot: 2, chars: 80, kept: false },
  ],
});
const pages = (count: number, bodySlot = 1): PageObservation[] =>
  Array.from({ length: count }, (_, number) => page(number, bodySlot));

describe('learnMemory', () => {
  it('counts the pages that have a text, and what each slot held', () => {
    const { memory } = learnMemory(null, pages(5));
    expect(memory.pages).toBe(5);
    expect(memory.repeated[0]).toEqual([7, 5]);
    expect(memory.slots).toContainEqual([1, 2500, 0]);
    expect(memory.slots).toContainEqual([2, 0, 400]);
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
    expect(renewed.slots).toContainEqual([9, expect.any(Number), 0]);
    expect(renewed.slots.some(([slot]) => slot === 1)).toBe(false);
  });

  it('takes one odd page among many for what it is', () => {
    const { memory } = learnMemory(null, pages(20));
    expect(learnMemory(memory, pages(1, 9)).change).toBeNull();
  });

  it('stays within its bounds, whatever it sees', () => {
    let memory = EMPTY_MEMORY;
    for (let at = 0; at < 300; at++) {
      const blocks = Array.from({ length: 50 }, (_, i) => ({
        text: at * 50 + i + 1,
        slot: at * 50 + i,
        chars: 10,
        kept: false,
      }));
      ({ memory } = learnMemory(memory, [{ blocks }]));
    }
    expect(memory.repeated.length).toBeLessThanOrEqual(2000);
    expect(memory.slots.length).toBeLessThanOrEqual(400);
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
  });
});
