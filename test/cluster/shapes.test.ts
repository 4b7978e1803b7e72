import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queues as contracts } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { findRedisProgram, freePort } from '@nashra/stack';
import { testRedis, waitFor } from '@nashra/testkit';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, expect, it } from 'vitest';

let dir: string;
let servers: ChildProcess[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nashra-shapes-'));
  servers = [];
});
afterEach(async () => {
  for (const server of servers) {
    if (server.exitCode !== null) continue;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }
  await rm(dir, { recursive: true });
});

/** Starts a server at a port that is free, and at another one when somebody else was quicker. */
async function start(argsOf: (port: number) => string[]): Promise<number> {
  const file = findRedisProgram()?.file ?? 'redis-server';
  for (;;) {
    const port = await freePort();
    const server = spawn(file, argsOf(port), { stdio: 'ignore', cwd: dir });
    servers.push(server);
    await waitFor(() => server.exitCode !== null || listens(port), { what: 'a server' });
    if (server.exitCode === null) return port;
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  socket.destroy();
  return true;
}

/** Whether jobs can be kept there. */
async function works(redisUrl: string): Promise<boolean> {
  const { prefix } = testRedis();
  await using queues = openQueues(contracts, { redisUrl, prefix });
  await queues.push('parse', { addressId: 1 });
  return (await queues.counts(['parse'])).parse.waiting === 1;
}

it('speaks TLS with a server whose certificate is in the address, and with no other', async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const [ca, keyFile] = [join(dir, 'ca.pem'), join(dir, 'key.pem')];
  await Promise.all([writeFile(ca, cert), writeFile(keyFile, key)]);
  const files = ['--tls-cert-file', ca, '--tls-key-file', keyFile, '--tls-auth-clients', 'no'];
  const held = ['--save', '', '--requirepass', 'of-tls'];
  const port = await start((it) => ['--port', '0', '--tls-port', `${it}`, ...files, ...held]);
  const url = `rediss://:of-tls@localhost:${port}`;
  await waitFor(() => works(`${url}?ca=${encodeURIComponent(ca)}`), { what: 'TLS' });
  await expect(works(url)).rejects.toThrow();
});

it('finds the master that sentinels name', async () => {
  const held = ['--save', '', '--requirepass', 'of-master'];
  const port = await start((it) => ['--port', `${it}`, ...held]);
  const file = join(dir, 'sentinel.conf');
  const lines = [`sentinel monitor news 127.0.0.1 ${port} 1`, 'sentinel auth-pass news of-master'];
  await writeFile(file, `${lines.join('\n')}\n`);
  const sentinel = await start((it) => [file, '--sentinel', '--port', `${it}`]);
  const url = `redis://:of-master@127.0.0.1:${sentinel}?sentinel=news`;
  await waitFor(() => works(url), { what: 'the sentinel to know its master' });
});
