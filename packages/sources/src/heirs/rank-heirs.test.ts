import { addressKey } from '@nashra/address';
import { expect, it } from 'vitest';
import { rankHeirs } from './rank-heirs.ts';

const at = (path: string, title: string | null = null) => ({
  address: `https://sahifa.example${path}`,
  title,
});
const NONE = new Set<string>();
const paths = (heirs: readonly { address: string }[]) =>
  heirs.map(({ address }) => new URL(address).pathname);

it('puts the whole in the place of the whole, and a section in that of its section', () => {
  const named = [at('/sport/feed', 'Sahifa » Sport'), at('/feed', 'Sahifa'), at('/culture/feed')];
  expect(paths(rankHeirs(at('/rss.xml'), named, NONE))[0]).toBe('/feed');
  expect(paths(rankHeirs(at('/rss/sport'), named, NONE))[0]).toBe('/sport/feed');
  expect(
    paths(rankHeirs(at('/c/17', 'ثقافة'), [at('/x', 'رياضة'), at('/y', 'ثقافة')], NONE))[0],
  ).toBe('/y');
});

it('names neither the dead one nor what is polled already, none twice, the page’s order else', () => {
  const known = new Set([addressKey('https://sahifa.example/known').toString('hex')]);
  const named = [at('/dead'), at('/known'), at('/b'), at('/a'), at('/b?utm_source=x')];
  expect(paths(rankHeirs(at('/dead'), named, known))).toEqual(['/b', '/a']);
  expect(rankHeirs(at('/dead'), [{ address: 'javascript:1', title: null }], NONE)).toEqual([]);
});
