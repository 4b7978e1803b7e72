import { expect, it } from 'vitest';
import { generatedAddresses } from '../test/generated-addresses.ts';
import { canonicalAddress, identityOf } from './index.ts';

const addresses = [...generatedAddresses(1, 4_000)];
const canonicals = addresses.flatMap((address) => canonicalAddress(address) ?? []);

it('gives itself for what it gave, whatever it was given', () => {
  expect(canonicals.length).toBeGreaterThan(addresses.length / 3);
  expect(canonicals.filter((canonical) => canonicalAddress(canonical) !== canonical)).toEqual([]);
});

it.each<[string, (canonical: string) => string]>([
  [
    'the other scheme',
    (canonical) => canonical.replace(/^http(s?):/, (_, s) => `http${s ? '' : 's'}:`),
  ],
  [
    'escapes in small letters',
    (canonical) => canonical.replace(/%[\dA-F]{2}/g, (octet) => octet.toLowerCase()),
  ],
  ['an escape more', (canonical) => canonical.replaceAll('~', '%7E').replaceAll('x=', '%78=')],
])('has one key under %s', (_, respelled) => {
  const otherwise = canonicals.filter((canonical) => {
    const again = canonicalAddress(respelled(canonical));
    return again === null || identityOf(again) !== identityOf(canonical);
  });
  expect(otherwise).toEqual([]);
});

it.each([
  ['https://site.example/a??b=1', 'https://site.example/a?b=1'],
  ['https://site.example/a??', 'https://site.example/a'],
  ['https://site.example/a?b=1&?utm_source=x', 'https://site.example/a?b=1'],
  ['https://site.example/a?b&amp;amp;c', 'https://site.example/a?b&c'],
  ['http://www.google.com./url?q=https://site.example/a', 'https://site.example/a'],
])('%s is %s', (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
});

it('finds the page inside however many redirectors', () => {
  let address = 'https://site.example/a';
  for (let nested = 0; nested < 8; nested++)
    address = `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}`;
  expect(canonicalAddress(address)).toBe('https://site.example/a');
});
