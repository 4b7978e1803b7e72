import { describe, expect, it } from 'vitest';
import { Cache } from './cache.ts';

const open = (more: { maxBytes?: number; now?: () => number } = {}) =>
  new Cache({ maxBytes: 1_000_000, maxAgeMs: 1_000, ...more });

/** Counts how often it is made. */
function maker(tags: readonly string[], size = 10) {
  const made = { count: 0, make: async () => ({ value: ++made.count, tags, size }) };
  return made;
}

describe('the cache', () => {
  it('makes a thing once, for all who ask at the same time and later', async () => {
    const cache = open();
    const { make } = maker(['a']);
    expect(await Promise.all([cache.get('k', make), cache.get('k', make)])).toEqual([1, 1]);
    expect(await cache.get('k', make)).toBe(1);
  });

  it('forgets by tag, and by age', async () => {
    let now = 0;
    const cache = open({ now: () => now });
    const [a, b] = [maker(['a']), maker(['b'])];
    await cache.get('a', a.make);
    await cache.get('b', b.make);
    cache.drop(['a']);
    expect(await cache.get('a', a.make)).toBe(2);
    expect(await cache.get('b', b.make)).toBe(1);
    now = 1_001;
    expect(await cache.get('b', b.make)).toBe(2);
  });

  it('keeps nothing that was begun before a drop', async () => {
    const cache = open();
    const gate = Promise.withResolvers<void>();
    const old = cache.get('k', async () => {
      await gate.promise;
      return { value: 'old', tags: ['a'], size: 1 };
    });
    cache.drop(['b']);
    gate.resolve();
    expect(await old).toBe('old');
    expect(await cache.get('k', async () => ({ value: 'new', tags: ['a'], size: 1 }))).toBe('new');
  });

  it('makes room by what was asked for longest ago', async () => {
    const cache = open({ maxBytes: 2_300 });
    const makers = [1, 2, 3].map(() => maker(['t'], 400));
    for (const [at, it] of makers.entries()) {
      await cache.get(String(at), it.make);
      await cache.get('0', makers[0]?.make ?? it.make);
    }
    expect(await cache.get('0', makers[0]?.make as never)).toBe(1);
    expect(await cache.get('1', makers[1]?.make as never)).toBe(2);
  });

  it('remembers no failure', async () => {
    const cache = open();
    await expect(cache.get('k', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.get('k', maker([]).make)).toBe(1);
  });
});
