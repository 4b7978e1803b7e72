import { describe, expect, it, vi } from 'vitest';
import { createBatcher } from './batcher.ts';
import { createHand } from './hand.ts';

const all = (ids: readonly number[]) => ids.map((id) => `row ${id}`);

describe('createBatcher', () => {
  it('writes what comes together together', async () => {
    const flush = vi.fn(async (ids: readonly number[]) => all(ids));
    const write = createBatcher(flush, { rows: 50, ms: 1 });
    expect(await Promise.all([1, 2, 3].map(write))).toEqual(['row 1', 'row 2', 'row 3']);
    expect(flush).toHaveBeenCalledExactlyOnceWith([1, 2, 3]);
  });

  it('sends a full batch at once', async () => {
    const flush = vi.fn(async (ids: readonly number[]) => all(ids));
    const write = createBatcher(flush, { rows: 2, ms: 60_000 });
    expect(await Promise.all([1, 2, 3, 4].map(write))).toHaveLength(4);
    expect(flush).toHaveBeenCalledTimes(2);
  });

  it('takes all that are picked up in one breath together, for the second of them is not the last', async () => {
    const hand = createHand();
    const flush = vi.fn(async (ids: readonly number[]) => all(ids));
    const write = createBatcher(flush, { rows: 50, ms: 60_000, hand });
    await Promise.all([1, 2, 3, 4].map((id) => hand.hold(() => write(id))));
    expect(flush).toHaveBeenCalledExactlyOnceWith([1, 2, 3, 4]);
  });

  it('lets the next batch gather while one is under way', async () => {
    let release = () => {};
    const flush = vi.fn(async (ids: readonly number[]) => {
      if (ids.includes(1)) await new Promise<void>((resolve) => (release = resolve));
      return all(ids);
    });
    const write = createBatcher(flush, { rows: 1, ms: 0 });
    const one = write(1);
    const more = [2, 3].map(write);
    release();
    expect(await Promise.all([one, ...more])).toEqual(['row 1', 'row 2', 'row 3']);
  });

  it('fails the poison row alone', async () => {
    const flush = vi.fn(async (ids: readonly number[]) => {
      if (ids.includes(3)) throw new Error('poison');
      return all(ids);
    });
    const write = createBatcher(flush, { rows: 5, ms: 1 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(write));
    expect(outcomes.map((it) => it.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
