import { describe, expect, it } from 'vitest';
import { queues } from '../index.ts';

describe.each(['fetch', 'parse', 'dedupe', 'index'] as const)('%s contract', (name) => {
  it('accepts the oldest payload, which may still wait in Redis', () => {
    expect(queues[name].payload.parse({ addressId: 7 })).toEqual({ addressId: 7 });
  });

  it('gives one key to one address', () => {
    expect(queues[name].key({ addressId: 7 })).toBe('7');
  });

  it.each([{}, { addressId: 0 }, { addressId: '7' }, { addressId: 1.5 }, null])(
    'refuses %j',
    (payload) => {
      expect(queues[name].payload.safeParse(payload).success).toBe(false);
    },
  );
});
