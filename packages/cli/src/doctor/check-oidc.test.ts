import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkOidc } from './check-oidc.ts';
import { checkRenderer } from './check-renderer.ts';

const server = createServer((asked, answer) => {
  const known = asked.url?.startsWith('/good/') || asked.url?.startsWith('/other/');
  answer.writeHead(known ? 200 : 404);
  answer.end(JSON.stringify({ issuer: `http://${asked.headers.host}/good` }));
});
let origin = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('is content with an issuer that is who the setting says, and with none', async () => {
  expect(await checkOidc(`${origin}/good`)).toEqual([]);
  expect(await checkOidc(undefined)).toEqual([]);
});

it('names an issuer that is not there, is another, or has no configuration', async () => {
  const said = async (issuer: string) => (await checkOidc(issuer))[0]?.found;
  expect(await said('http://127.0.0.1:9')).toContain('no configuration');
  expect(await said(`${origin}/other`)).toContain('calls itself');
  expect(await said(`${origin}/none`)).toContain('answers 404');
});

it('names a renderer that is not there, and takes any answer for one that is', async () => {
  expect(await checkRenderer(`${origin}/render`)).toEqual([]);
  expect((await checkRenderer('http://127.0.0.1:9'))[0]?.advice).toContain('RENDERER_URL');
});
