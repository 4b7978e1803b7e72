import { describe, expect, it } from 'vitest';
import { type OriginFields, ownHosts } from './own-hosts.ts';

const own = ownHosts(' ops.example:7100, Ops.example ');
const HOST = 'ops.example:7100';

const origins: readonly (readonly [OriginFields, boolean, string])[] = [
  [{}, true, 'a program'],
  [{ origin: 'http://ops.example:7100', 'sec-fetch-site': 'same-origin' }, true, 'our own page'],
  [{ origin: 'https://ops.example' }, true, 'our page behind TLS'],
  [{ origin: 'http://evil.example' }, false, 'another site'],
  [{ origin: 'http://ops.example:7101' }, false, 'another port'],
  [{ origin: 'null' }, false, 'a sandboxed frame'],
  [{ origin: 'http://' }, false, 'no address'],
  [{ 'sec-fetch-site': 'cross-site' }, false, 'a browser that hides the origin'],
  [{ 'sec-fetch-site': 'same-site' }, false, 'a neighbouring name'],
  [{ 'sec-fetch-site': ['none', 'none'] }, false, 'a field that is there twice'],
];
it.each(origins)('%j: %s, %s', (fields, expected) => {
  expect(own.isOwn(fields, HOST)).toBe(expected);
});

it('takes no word from a request for its own origin', () => {
  const host = 'evil.example';
  expect(own.isOwn({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, host)).toBe(
    false,
  );
});

describe('the host of a request', () => {
  it.each(['localhost', 'localhost:7100', '127.0.0.1:7100', '[::1]:80', 'ops.example', HOST])(
    '%s is ours',
    (host) => expect(own.serves(host)).toBe(true),
  );
  it.each([
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'ops.example:7101',
    'ops.example.',
    'x@localhost',
  ])('%j is not', (host) => expect(own.serves(host)).toBe(false));
});
