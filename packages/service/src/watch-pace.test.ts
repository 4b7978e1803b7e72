import { expect, it } from 'vitest';
import { watchPace } from './watch-pace.ts';

/** A server that takes so long each time, asked by a process that wakes up so late. */
function looks(answers: number[], late: () => number): () => Promise<boolean> {
  let now = 0;
  const ask = async () => {
    now += answers.shift() ?? 0;
  };
  return watchPace(ask, { now: () => now, lateMs: async () => late() });
}

it('calls slow what is slow each time, at two looks', async () => {
  const look = looks([200, 200, 200, 200, 1, 200, 200, 200, 200, 200, 150], () => 0);
  const said = [await look(), await look(), await look(), await look(), await look()];
  // Busy once is not slow, and a look that met a quick answer ends it.
  expect(said).toEqual([false, false, false, true, false]);
});

it('blames nobody while it wakes up late itself', async () => {
  let late = 50;
  const look = looks(
    Array.from({ length: 12 }, () => 200),
    () => late,
  );
  expect([await look(), await look()]).toEqual([false, false]);
  late = 0;
  expect([await look(), await look()]).toEqual([false, true]);
});
