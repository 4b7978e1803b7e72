import { Secret } from '@nashra/env';
import { expect, it } from 'vitest';
import { createSigner } from './signer.ts';
import { noticed, readTaste, tasteOf, wants, writeTaste } from './taste.ts';

const signer = createSigner(new Secret('a secret that is long enough for this'));
const MINUTE = 60_000;

it('comes back from its cookie as it was, and not from one that somebody else wrote', () => {
  const taste = tasteOf(['le-matin'], ['كرة القدم'], { before: null, now: 5 });
  const cookie = writeTaste(taste ?? { muted: [], words: [], visits: null }, signer);
  expect(readTaste(cookie, signer)).toEqual(taste);
  expect(readTaste(`x${cookie}`, signer)).toBeNull();
  expect(
    readTaste(cookie, createSigner(new Secret('another secret that is long enough'))),
  ).toBeNull();
  expect(readTaste(undefined, signer)).toBeNull();
});

it('keeps no more than a cookie holds, and nothing where nothing is wanted', () => {
  const many = Array.from({ length: 500 }, (_, n) => `word ${n} ${'م'.repeat(100)}`);
  const taste = tasteOf(
    many.map((_, n) => `p-${n}`),
    many,
    null,
  );
  expect(taste?.muted).toHaveLength(50);
  expect(taste?.words).toHaveLength(30);
  expect(tasteOf(['../x'], [' ', '!'], null)).toBeNull();
});

it.each([
  ['مباراة كرة القدم اليوم', 'a', false],
  ['نتائج كرة السلة', 'a', true],
  ['ارتفاع أسعار المحروقات', 'a', false],
  ['محروقات جديدة', 'a', false],
  ['Élections en vue', 'a', false],
  ['Les électionsx', 'a', true],
  ['خبر', 'muted', false],
])('of «%s» by %s knows whether it is wanted', (title, publisher, wanted) => {
  const taste = tasteOf(['muted'], ['كرة القدم', 'محروقات', 'elections'], null);
  expect(taste && wants(taste)({ title, publisher })).toBe(wanted);
});

it('begins a visit after half an hour of silence, and tells what is new since the one before', () => {
  const first = tasteOf([], [], { before: null, now: 0 });
  if (!first) throw new Error('nothing kept');
  expect(noticed(first, 1_000)).toBe(first);
  const same = noticed(first, 10 * MINUTE);
  expect(same.visits).toEqual({ before: null, now: 10 * MINUTE });
  const next = noticed(same, 60 * MINUTE);
  expect(next.visits).toEqual({ before: 10 * MINUTE, now: 60 * MINUTE });
  expect(noticed(next, 70 * MINUTE).visits).toEqual({ before: 10 * MINUTE, now: 70 * MINUTE });
});
