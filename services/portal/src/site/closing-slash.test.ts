import { expect, it } from 'vitest';
import { withoutClosingSlash } from './closing-slash.ts';

it.each([
  ['/about/', '/about'],
  ['/about//?q=a/', '/about?q=a/'],
  ['//about/', '/about'],
  ['/a/b/', '/a/b'],
  // Another site's, to a browser.
  ['/\\news.example/', '/news.example'],
  ['/about', undefined],
  ['/about?q=/', undefined],
  ['/', undefined],
  ['///?q', undefined],
])('leads from %s to %s', (address, bare) => {
  expect(withoutClosingSlash(address)).toBe(bare);
});

it('takes no longer over an address of slashes than over another', () => {
  const slashes = '/'.repeat(200_000);
  expect(withoutClosingSlash(`${slashes}a`)).toBeUndefined();
  expect(withoutClosingSlash(`/a${slashes}b`)).toBeUndefined();
  expect(withoutClosingSlash(`/a${slashes}`)).toBe('/a');
});
