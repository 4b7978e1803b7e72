import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** 32 MiB and some 80 ms of a core for each guess (OWASP: N 2^15, r 8, p 3 or alike; a throttle does the rest). */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** What is kept of a password: 32 bytes. */
export async function stretch(password: string, salt: Buffer): Promise<Buffer> {
  const stretched = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
  return await stretched(password.slice(0, 1_000), salt, 32, COST);
}
