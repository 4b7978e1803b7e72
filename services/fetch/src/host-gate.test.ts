import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openHostGate } from './host-gate.ts';

it('lets as many in as the host may be asked at once, the others in their order', async () => {
  const gate = openHostGate(10);
  const entered: number[] = [];
  const come = (n: number) => gate.enter('a.example', 2).then(() => entered.push(n));
  const all = [1, 2, 3, 4].map(come);
  await turn();
  expect(entered).toEqual([1, 2]);
  gate.leave('a.example');
  await turn();
  expect(entered).toEqual([1, 2, 3]);
  gate.leave('a.example');
  await Promise.all(all);
  expect(entered).toEqual([1, 2, 3, 4]);
});

it('holds nobody of another host up, nor anybody when the line is full', async () => {
  const gate = openHostGate(1);
  await gate.enter('slow.example', 1);
  const waits = gate.enter('slow.example', 1);
  await gate.enter('b.example', 1);
  await gate.enter('slow.example', 1);
  gate.leave('slow.example');
  await waits;
});
