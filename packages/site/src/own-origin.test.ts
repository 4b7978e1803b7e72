import { expect, it } from 'vitest';
import { isOwnOrigin, type OriginFields } from './own-origin.ts';

const HOST = 'ops.example:7100';

const cases: readonly (readonly [OriginFields, boolean, string])[] = [
  [{}, true, 'a program'],
  [{ origin: 'http://ops.example:7100', 'sec-fetch-site': 'same-origin' }, true, 'our own page'],
  [{ origin: 'https://ops.example:7100' }, true, 'our page behind TLS'],
  [{ origin: 'http://evil.example' }, false, 'another site'],
  [{ origin: 'http://ops.example:7101' }, false, 'another port'],
  [{ origin: 'null' }, false, 'a sandboxed frame'],
  [{ 'sec-fetch-site': 'cross-site' }, false, 'a browser that hides the origin'],
  [{ 'sec-fetch-site': 'same-site' }, false, 'a neighbouring name'],
];

it.each(cases)('%j: %s, %s', (fields, expected) => {
  expect(isOwnOrigin(fields, HOST)).toBe(expected);
});
