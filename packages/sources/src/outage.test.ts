import { expect, it } from 'vitest';
import { outageOf } from './outage.ts';

const failing = (n: number, lastReason: string) =>
  Array.from({ length: n }, () => ({ failures: 2, lastReason }));
const fine = (n: number, lastReason: string | null = null) =>
  Array.from({ length: n }, () => ({ failures: 0, lastReason }));

it.each(['dns', 'connect', 'tls', 'timeout'])('names %s when nearly all fail for it', (reason) => {
  expect(outageOf(failing(3, reason))).toBe(reason);
  expect(outageOf([...failing(95, reason), ...fine(3), ...failing(2, 'not_found')])).toBe(reason);
});

it.each([
  ['nobody is asked', []],
  ['too few to tell', failing(2, 'dns')],
  ['many are well', [...failing(80, 'dns'), ...fine(20)]],
  ['they fail for reasons of their own', [...failing(50, 'dns'), ...failing(50, 'tls')]],
  ['it is no matter of the network', failing(100, 'not_a_feed')],
  ['they have recovered', fine(100, 'dns')],
])('says nothing when %s', (_, feeds) => expect(outageOf(feeds)).toBeNull());
