import { expect, it } from 'vitest';
import { lanesOf, newestFirst } from './newest-first.ts';

const now = new Date('2026-03-01T12:00:00Z');
const order = (...items: { date?: string; id: number }[]) =>
  newestFirst(items, ({ date }) => date, now);

it('puts the latest first, and both ends of what has no date in turns', () => {
  const ordered = order(
    { id: 1 },
    { id: 2, date: '2026-01-01' },
    { id: 3 },
    { id: 4, date: '2026-02-28' },
    { id: 5 },
    { id: 6 },
  );
  expect(ordered.items.map(({ id }) => id)).toEqual([4, 2, 1, 6, 3, 5]);
});

it('lets what changed lately go with the news', () => {
  const [fresh, old, undated] = [
    { id: 1, date: '2026-02-28' },
    { id: 2, date: '2025-01-01' },
    { id: 3 },
  ];
  const laneOf = lanesOf(order(fresh, old, undated), now);
  expect([fresh, old, undated].map(laneOf)).toEqual([0, 1, 1]);
});

it('believes no dates that are all the moment of the reading', () => {
  const stamped = order(...[1, 2, 3].map((id) => ({ id, date: '2026-03-01T11:59:30Z' })));
  expect(stamped.dates.size).toBe(0);
  const slow = [0, 3, 9].map((s) => ({ id: s, date: `2026-03-01T11:59:3${s}Z` }));
  expect(order(...slow).dates.size).toBe(0);
  expect(order(...slow, { id: 10, date: '2026-03-01T11:58:40Z' }).dates.size).toBe(4);
  expect(order({ id: 1, date: '2026-03-01T11:59:30Z' }).dates.size).toBe(1);
});
