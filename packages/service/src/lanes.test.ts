import { expect, it } from 'vitest';
import { createBatcher } from './batcher.ts';
import { openLanes } from './lanes.ts';

it('lets news wait for no company but that of other news', async () => {
  const batches: (readonly string[])[] = [];
  const inLane = openLanes((_, hand) =>
    createBatcher(
      async (items: readonly string[]) => {
        batches.push(items);
        return items;
      },
      { rows: 50, ms: 60_000, hand },
    ),
  );
  let letGo = () => {};
  const slow = inLane({ isBackground: true }, () => new Promise<void>((end) => (letGo = end)));
  const gathers = inLane({ isBackground: true }, (say) => say('old'));
  expect(await inLane({ isBackground: false }, (say) => say('news'))).toBe('news');
  expect(batches).toEqual([['news']]);
  letGo();
  await slow;
  await inLane({ isBackground: true }, (say) => say('older'));
  await gathers;
  expect(batches.at(-1)).toEqual(['old', 'older']);
});
