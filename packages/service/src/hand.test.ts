import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createHand } from './hand.ts';

it('lets what is new go before what was taken up in the background, each in the order of asking', async () => {
  const hand = createHand(2);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const hold = (name: string, isBackground: boolean) =>
    hand.hold(() => {
      begun.push(name);
      return new Promise<void>((end) => ends.set(name, end));
    }, isBackground);
  for (const name of ['b1', 'b2', 'b3', 'b4', 'n1', 'n2']) void hold(name, name.startsWith('b'));
  await setImmediate();
  expect(begun).toEqual(['b1', 'b2']);
  for (const next of ['n1', 'n2', 'b3', 'b4']) {
    ends.get(begun.at(-2) ?? '')?.();
    await setImmediate();
    expect(begun.at(-1)).toBe(next);
    expect(hand.count).toBe(2);
  }
});
