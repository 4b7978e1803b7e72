import { existsSync, readFileSync } from 'node:fs';
import { connect as netConnect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetcherOver } from '../src/fetcher.ts';
import { defaultLimits, type Resolver } from '../src/index.ts';
import { answer, type Loopback, loopback } from './loopback.ts';

type Records = { A?: string[]; AAAA?: string[]; CNAME?: string; seq?: string[][] };
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly expect: 'block' | 'allow';
  readonly ambiguous?: boolean;
  readonly repeat?: number;
  readonly dns?: Record<string, Records>;
}

const file = new URL('../../../../shared/corpus/fetch-safety/ssrf-cases.json', import.meta.url);
const present = existsSync(file);
if (!present) process.stderr.write('SKIPPED ssrf-cases: the corpus is not here\n');
const corpus = present ? JSON.parse(readFileSync(file, 'utf8')) : { zone: {}, cases: [] };

let server: Loopback;
beforeAll(async () => {
  const redirect = Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [
      `/r/${status}`,
      (socket: Socket, request: string) => {
        const to = new URL(request.split(' ')[1] ?? '', 'http://x').searchParams.get('to');
        answer(status, [`location: ${to}`])(socket, request);
      },
    ]),
  );
  server = await loopback(
    new Proxy(redirect, { get: (paths, path: string) => paths[path] ?? answer(200, []) }),
  );
});
afterAll(() => server[Symbol.asyncDispose]());

/** Names of the corpus only; every look-up takes the next answer of a sequence. */
function zoneResolver(zone: Record<string, Records>): Resolver {
  const turns = new Map<string, number>();
  const look = (host: string): string[] => {
    const records = zone[host] ?? zone[host.replace(/^[^.]+/, '*')] ?? {};
    if (records.CNAME) return look(records.CNAME);
    if (!records.seq) return [...(records.A ?? []), ...(records.AAAA ?? [])];
    const turn = turns.get(host) ?? 0;
    turns.set(host, turn + 1);
    return records.seq[Math.min(turn, records.seq.length - 1)] ?? [];
  };
  return (host, port) =>
    /^[\d.]+$|:/.test(host)
      ? [{ ip: host, port }]
      : host === 'localhost'
        ? undefined
        : look(host).map((ip) => ({ ip, port }));
}

/** Fetches a case over sockets that all end at the loopback server, and tells which IPs they were meant for. */
async function attempt(test: Case): Promise<{ dialled: string[]; answered: boolean }> {
  const dialled: string[] = [];
  await using fetcher = fetcherOver(
    () => (options, callback) => {
      dialled.push(options.hostname);
      const socket = netConnect(server.port, '127.0.0.1', () => callback(null, socket));
      Object.defineProperty(socket, 'remoteAddress', { value: options.hostname });
    },
    {
      userAgent: 'test',
      resolve: zoneResolver({ 'lo.test': { A: ['127.0.0.1'] }, ...corpus.zone, ...test.dns }),
    },
    defaultLimits,
  );
  let answered = false;
  for (let run = 0; run < (test.repeat ?? 1); run++)
    answered = await fetcher.get(test.url).then(
      () => true,
      () => false,
    );
  return { dialled, answered };
}

/** Hosts that a blocked case may touch on its way. */
const harmless = (ip: string) => ip.startsWith('93.184.216.');

it.skipIf(!present).each(corpus.cases as Case[])('$id $kind $url: $expect', async (test) => {
  const { dialled, answered } = await attempt(test);
  if (test.ambiguous) expect(dialled.filter((ip) => ip.startsWith('127.'))).toEqual([]);
  else if (test.expect === 'allow') expect([answered, dialled.length > 0]).toEqual([true, true]);
  else
    expect(
      dialled.filter((ip) => !(['dns', 'redirect'].includes(test.kind) && harmless(ip))),
    ).toEqual([]);
});
// A file without a test would fail.
if (!present) it.skip('the corpus is not here', () => {});
