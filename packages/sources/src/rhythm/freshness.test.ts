import { expect, it } from 'vitest';
import { freshnessOf } from './freshness.ts';

const now = Date.parse('2026-03-02T09:00:00Z');

it('reads how long an answer is fresh, and believes no head that makes no sense', () => {
  expect(freshnessOf({ 'cache-control': 'public, max-age=600', age: '100' }, now)).toBe(500_000);
  expect(freshnessOf({ expires: 'Mon, 02 Mar 2026 09:10:00 GMT' }, now)).toBe(600_000);
  expect(freshnessOf({ 'cache-control': 'no-cache, max-age=600' }, now)).toBe(0);
  expect(freshnessOf({ 'cache-control': 's-maxage=600' }, now)).toBe(0);
  expect(freshnessOf({ expires: '0' }, now)).toBe(0);
  expect(freshnessOf({ 'cache-control': 'max-age=600', age: 'old' }, now)).toBe(600_000);
  expect(freshnessOf({ 'cache-control': 'max-age=9999999999' }, now)).toBe(7 * 86_400_000);
  expect(freshnessOf({}, now)).toBe(0);
});
