import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it.each([
  ['/sources?health=late', '/sources?health=late'],
  ['//evil.example/x', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/login', '/'],
  ['/login?next=/', '/'],
  ['/loginas', '/loginas'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['/%2e//evil.example', '/'],
  ['/./\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('%j leads to %s', (wanted, expected) => {
  expect(localPath(wanted)).toBe(expected);
});
