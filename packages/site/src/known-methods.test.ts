import { expect, it } from 'vitest';
import { knownMethods } from './known-methods.ts';

const routes = [
  { url: '/runs', method: ['GET', 'HEAD'] },
  { url: '/runs', method: 'POST' },
  { url: '/runs/:id/abort', method: 'POST' },
  { url: '/openapi.json', method: 'GET' },
  { url: '/queues/*', method: 'GET' },
  { url: '/queues/api/:queue', method: 'GET', prefix: '/queues' },
];

it.each([
  ['/runs', ['GET', 'HEAD', 'POST']],
  ['/runs?limit=5', ['GET', 'HEAD', 'POST']],
  ['/runs/7/abort', ['POST']],
  ['/runs/7/abort/more', []],
  ['/runs//abort', []],
  ['/openapi-json', []],
  // Of a folder it is not known whether there is such a thing at all.
  ['/queues/nothing', []],
  ['/queues/api/fetch', []],
])('knows by which methods %s is asked for', (url, methods) => {
  const known = knownMethods({
    addHook(_, hook) {
      for (const it of routes) hook({ prefix: '', ...it });
    },
  });
  expect(known({ url, method: 'PUT' })).toEqual(methods);
  for (const method of methods) expect(known({ url, method })).toEqual([]);
});
