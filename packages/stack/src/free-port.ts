import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * Below the ports from which systems take one for each connection that goes out (32,768 and up on Linux, 49,152 elsewhere):
 * in there a port that was free a moment ago is soon some client's. Its upper end leaves room for the bus of a Redis
 * cluster, whose port lies 10,000 above.
 */
const FIRST = 10_240;
const END = 22_528;
const TRIES = 100;
/** A server has bound its port long before, on a busy machine too. */
const KEPT_MS = 60_000;

/**
 * A port of 127.0.0.1 nobody listens on: the preferred one while it is free, else any, which is then given to nobody else who asks
 * here, in whatever process, until a server had time to start. A stranger may take it all the same, so callers that can try again
 * with another.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(FIRST, END);
    if ((await isFree(port)) && (await keep(port))) return port;
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

/** Keeps a port by its number's other half, that of UDP, where none of the servers listens: one process has it at a time. */
function keep(port: number): Promise<boolean> {
  const socket = createSocket('udp4').unref();
  return new Promise((resolve) => {
    socket.once('error', () => {
      socket.close();
      resolve(false);
    });
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => {
      setTimeout(() => socket.close(), KEPT_MS).unref();
      resolve(true);
    });
  });
}
