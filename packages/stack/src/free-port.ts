import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports from which systems take one for each connection that goes out (32,768 and up on Linux, 49,152 elsewhere):
 * in there a port that was free a moment ago is soon some client's. Its upper end leaves room for the bus of a Redis
 * cluster, whose port lies 10,000 above.
 */
const FIRST = 10_240;
const END = 22_528;
const TRIES = 100;

/**
 * A port of 127.0.0.1 nobody listens on: the preferred one while it is free, else any.
 * Somebody may take it before it is used, so callers that start a server try again with another.
 */
export async function freePort(preferred?: number): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = (tries === 0 && preferred) || randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port of 127.0.0.1 is free: ${TRIES} were tried`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}
