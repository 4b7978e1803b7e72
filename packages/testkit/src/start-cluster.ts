import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findRedisProgram, freePort } from '@nashra/stack';
import { Redis } from 'ioredis';
import { waitFor } from './wait-for.ts';

export interface RedisCluster extends AsyncDisposable {
  readonly url: string;
  readonly ports: readonly number[];
  readonly pids: readonly number[];
  /** The port of the master that holds a key's slot now. */
  masterOf(key: string): Promise<number>;
  /** SIGKILL. */
  kill(port: number): Promise<void>;
  /** SIGKILL to a master and its replica: what they held is gone. The others take over their slots, empty, as an operator has them do. */
  lose(port: number): Promise<void>;
  /** Moves the slots of some keys from their master to another one, as an operator does, under whatever goes on. */
  reshard(slots: number): Promise<void>;
}

const PASSWORD = 'of-the-cluster';
/** A master that is silent for so long is given up by the others; on a machine that is short of cores one lives that answers after seconds. */
const NODE_TIMEOUT_MS = 4_000;
const START_MS = 120_000;

/** Three masters and three replicas, as `redis-cli --cluster create` makes them. */
export async function startCluster(): Promise<RedisCluster> {
  const dir = await mkdtemp(join(tmpdir(), 'nashra-cluster-'));
  const server = findRedisProgram()?.file ?? 'redis-server';
  const cli = join(dirname(server), server.endsWith('valkey-server') ? 'valkey-cli' : 'redis-cli');
  const nodes = new Map<number, ChildProcess>();
  await using open = new AsyncDisposableStack();
  open.defer(async () => {
    await Promise.all([...nodes.values()].map(end));
    await rm(dir, { recursive: true });
  });
  const run = (...args: string[]) =>
    promisify(execFile)(cli, ['-a', PASSWORD, '--no-auth-warning', ...args]);
  const ask = async (port: number, ...command: [string, ...string[]]) => {
    const redis = new Redis({ port, password: PASSWORD, maxRetriesPerRequest: 0 });
    redis.on('error', () => {});
    try {
      return await redis.call(...command);
    } finally {
      redis.disconnect();
    }
  };
  const living = () =>
    ports.find((port) => nodes.get(port)?.exitCode === null && !nodes.get(port)?.killed) ?? 0;
  while (nodes.size < 6) {
    const port = await freePort();
    if (nodes.has(port)) continue;
    const node = spawn(server, settings(port, dir), { stdio: 'ignore' });
    nodes.set(port, node);
    const isUp = async () => node.exitCode !== null || (await ask(port, 'ping'));
    await waitFor(isUp, { what: 'a node', timeoutMs: START_MS });
    // Another one was quicker with its port, or has that of its bus.
    if (node.exitCode !== null) nodes.delete(port);
  }
  const ports = [...nodes.keys()];
  const addresses = ports.map((port) => `127.0.0.1:${port}`);
  await run('--cluster', 'create', ...addresses, '--cluster-replicas', '1', '--cluster-yes');
  for (const port of ports) {
    const isWhole = async () => {
      const state = String(await ask(port, 'cluster', 'info'));
      // A replica that has never had its master's data may not take its place.
      const role = String(await ask(port, 'info', 'replication'));
      return state.includes('cluster_state:ok') && /role:master|link_status:up/.test(role);
    };
    await waitFor(isWhole, { what: 'the cluster to be whole', timeoutMs: START_MS });
  }
  const held = open.move();
  return {
    url: `redis://:${PASSWORD}@${addresses[0]}?cluster=true&nodes=${addresses.slice(1).join(',')}`,
    ports,
    pids: [...nodes.values()].flatMap(({ pid }) => pid ?? []),
    async masterOf(key) {
      const slot = Number(await ask(living(), 'cluster', 'keyslot', key));
      const ranges = (await ask(living(), 'cluster', 'slots')) as [
        number,
        number,
        [string, number],
      ][];
      return ranges.find(([from, to]) => slot >= from && slot <= to)?.[2][1] ?? 0;
    },
    async kill(port) {
      const node = nodes.get(port);
      node?.kill('SIGKILL');
      if (node) await once(node, 'exit');
    },
    async lose(port) {
      const lines = String(await ask(living(), 'cluster', 'nodes')).split('\n');
      const portOf = (line: string) => Number(/:(\d+)@/.exec(line)?.[1]);
      const [id = '', , , , , , , , ...ranges] =
        lines.find((line) => portOf(line) === port)?.split(' ') ?? [];
      const gone = lines.filter((it) => it.startsWith(id) || it.split(' ')[3] === id);
      for (const line of gone) {
        const node = nodes.get(portOf(line));
        node?.kill('SIGKILL');
        if (node) await once(node, 'exit');
      }
      const left = ports.filter((it) => !gone.some((line) => portOf(line) === it));
      const isSeen = async () =>
        String(await ask(living(), 'cluster', 'info')).includes('cluster_state:fail');
      await waitFor(isSeen, { what: 'the others to see that they are gone', timeoutMs: START_MS });
      for (const [dead] of gone.map((line) => line.split(' ')))
        for (const it of left) await ask(it, 'cluster', 'forget', dead ?? '').catch(() => {});
      const heir = Number(
        portOf(lines.find((it) => it.includes('master') && left.includes(portOf(it))) ?? ''),
      );
      const bounds = ranges.flatMap((range) => {
        const [from = '', to = from] = range.split('-');
        return [from, to];
      });
      await ask(heir, 'cluster', 'addslotsrange', ...bounds);
      const isWhole = async () => {
        const told = await Promise.all(left.map((it) => ask(it, 'cluster', 'info')));
        return told.every((it) => String(it).includes('cluster_state:ok'));
      };
      await waitFor(isWhole, { what: 'the slots to be somebody’s', timeoutMs: START_MS });
    },
    async reshard(slots) {
      const ids = new Map<number, string>();
      for (const line of String(await ask(living(), 'cluster', 'nodes')).split('\n')) {
        const [id = '', address = '', flags = ''] = line.split(' ');
        const port = Number(/:(\d+)@/.exec(address)?.[1]);
        if (flags.includes('master') && !flags.includes('fail')) ids.set(port, id);
      }
      const [from, to] = [...ids.values()];
      const wish = [
        '--cluster-from',
        from ?? '',
        '--cluster-to',
        to ?? '',
        '--cluster-slots',
        `${slots}`,
      ];
      await run('--cluster', 'reshard', `127.0.0.1:${living()}`, ...wish, '--cluster-yes');
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

function settings(port: number, dir: string): string[] {
  const given = {
    port: `${port}`,
    bind: '127.0.0.1',
    dir,
    requirepass: PASSWORD,
    masterauth: PASSWORD,
    'cluster-enabled': 'yes',
    'cluster-config-file': `nodes-${port}.conf`,
    'cluster-node-timeout': `${NODE_TIMEOUT_MS}`,
    'maxmemory-policy': 'noeviction',
    appendonly: 'no',
    save: '',
    'repl-diskless-sync-delay': '0',
  };
  return Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
}

async function end(node: ChildProcess): Promise<void> {
  if (node.exitCode !== null || node.signalCode !== null) return;
  const ended = once(node, 'exit');
  node.kill('SIGKILL');
  await ended;
}
