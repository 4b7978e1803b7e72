import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from './free-port.ts';

let server: Server | undefined;
afterEach(() => server?.close());

function listen(port: number): Promise<void> {
  server = createServer();
  return new Promise((resolve) => server?.listen(port, '127.0.0.1', resolve));
}

it('gives the preferred port while it is free, and else another', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
  await listen(port);
  expect(await freePort(port)).not.toBe(port);
});

it('gives none that the system may give to a connection that goes out, and none twice before a server had time to start', async () => {
  const ports = new Set<number>();
  for (let times = 0; times < 300; times += 1) {
    const port = await freePort();
    expect(port).toBeGreaterThan(1_024);
    expect(port + 10_000).toBeLessThan(32_768);
    ports.add(port);
  }
  expect(ports.size).toBe(300);
});
