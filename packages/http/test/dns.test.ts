import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { isIPv4 } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher, dnsResolver } from '../src/index.ts';

const A = 1;
const AAAA = 28;
/** Answers by name and type; a name that is missing is never answered, an empty list says that there is none. */
const zone: Record<string, Partial<Record<number, string[]>>> = {
  'public.test': { [A]: ['93.184.216.34'], [AAAA]: [] },
  'private.test': { [A]: ['10.0.0.1'], [AAAA]: [] },
  'six.test': { [A]: [], [AAAA]: ['2606:4700:4700:0:0:0:0:1111'] },
  'deaf-to-six.test': { [A]: ['93.184.216.34'] },
  'none.test': { [A]: [], [AAAA]: [] },
};

let server: Socket;
/** Asks the server here, with patience for a slow machine. */
let resolve: ReturnType<typeof dnsResolver>;
let impatient: ReturnType<typeof dnsResolver>;
const PATIENCE_MS = 10_000;

beforeAll(async () => {
  server = createSocket('udp4', (query, { port, address }) => {
    const { name, type, end } = question(query);
    const answers = zone[name]?.[type];
    if (answers) server.send(reply(query.subarray(0, end), type, answers), port, address);
  });
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const servers = [`127.0.0.1:${port}`];
  resolve = dnsResolver({ servers, timeoutMs: PATIENCE_MS });
  impatient = dnsResolver({ servers, timeoutMs: 300 });
});
afterAll(() => server.close());

it('gives IPv4 first and IPv6 where there is nothing else', async () => {
  expect(await resolve('public.test', 80)).toEqual([{ ip: '93.184.216.34', port: 80 }]);
  expect(await resolve('six.test', 443)).toEqual([{ ip: '2606:4700:4700::1111', port: 443 }]);
});

it('does not wait for a name server that is deaf to IPv6', async () => {
  const started = performance.now();
  expect(await resolve('deaf-to-six.test', 80)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
});

it('names a name without addresses, and a name server that is dead', async () => {
  await expect(resolve('none.test', 80)).rejects.toMatchObject({ code: 'DNS', retry: 'backoff' });
  await expect(impatient('silent.test', 80)).rejects.toMatchObject({ code: 'DNS' });
});

it('knows localhost without asking', async () => {
  expect(await resolve('localhost', 80)).toContainEqual({ ip: '127.0.0.1', port: 80 });
});

it('leads no fetch to a private address', async () => {
  await using fetcher = createFetcher({ userAgent: 'test', resolve });
  await expect(fetcher.get('http://private.test/')).rejects.toMatchObject({
    code: 'BLOCKED_ADDRESS',
  });
});

function question(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** RFC 1035 §4.1: the question again, and a record for each answer, its name a pointer to the question. */
function reply(asked: Buffer, type: number, answers: readonly string[]): Buffer {
  const head = Buffer.from(asked);
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(answers.length, 6);
  head.fill(0, 8, 12);
  return Buffer.concat([head, ...answers.map((ip) => record(type, ip))]);
}

function record(type: number, ip: string): Buffer {
  const data = isIPv4(ip)
    ? Buffer.from(ip.split('.').map(Number))
    : Buffer.from(
        ip
          .split(':')
          .map((part) => part.padStart(4, '0'))
          .join(''),
        'hex',
      );
  const fields = Buffer.alloc(12);
  fields.writeUInt16BE(0xc00c, 0);
  fields.writeUInt16BE(type, 2);
  fields.writeUInt16BE(1, 4);
  fields.writeUInt16BE(data.length, 10);
  return Buffer.concat([fields, data]);
}
