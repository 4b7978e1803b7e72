import { expect, it } from 'vitest';
import { judge } from './judge.ts';

const rules = { intervalOf: () => 1_000, concurrency: 2, graceMs: 50 };
const seen = (host: string, at: number, ms = 10) => ({ host, path: `/${at}`, at, end: at + ms });

it('finds what comes too soon, host by host', () => {
  const kept = [seen('a', 0), seen('b', 500), seen('a', 1_000), seen('b', 1_460)];
  expect(judge(kept, rules)).toMatchObject({ tooSoon: 0, leastGap: 0.96 });
  expect(judge([...kept, seen('a', 1_900)], rules)).toMatchObject({ tooSoon: 1, leastGap: 0.9 });
});

it('finds more at a time than is allowed', () => {
  const slow = [0, 1_000, 2_000].map((at) => seen('a', at, 2_500));
  expect(judge(slow.slice(0, 2), rules).tooMany).toBe(0);
  expect(judge(slow, rules).tooMany).toBe(1);
});

it('says how much of what is allowed was used', () => {
  expect(
    judge(
      [0, 1_000, 2_000].map((at) => seen('a', at)),
      rules,
    ).throughput,
  ).toBe(1);
  expect(
    judge(
      [0, 1_000, 4_000].map((at) => seen('a', at)),
      rules,
    ).throughput,
  ).toBe(0.5);
});
