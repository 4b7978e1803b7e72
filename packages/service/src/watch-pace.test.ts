import { expect, it } from 'vitest';
import { watchPace } from './watch-pace.ts';

it('calls slow what is slow each time, at two looks', async () => {
  let now = 0;
  const answers = [200, 200, 200, 200, 1, 200, 200, 200, 200, 200, 150];
  const look = watchPace(
    async () => {
      now += answers.shift() ?? 0;
    },
    () => now,
  );
  // Busy once is not slow, and a look that met a quick answer ends it.
  expect([await look(), await look(), await look(), await look()]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(await look()).toBe(false);
});
