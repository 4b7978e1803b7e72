import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunInfo, readRunFile, startPostgres, startStack } from '../src/index.ts';
import { commandOf, isAlive } from '../src/process-identity.ts';

const dir = mkdtempSync(join(tmpdir(), 'nashra-stack-'));
// Postgres runs as somebody else when we are root, and must get in.
chmodSync(dir, 0o755);
const dataDir = join(dir, 'project', '.nashra');
const holders: ChildProcess[] = [];

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', undefined);
  vi.stubEnv('REDIS_URL', undefined);
});
afterEach(async () => {
  for (const holder of holders.splice(0)) await end(holder, 'SIGINT');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

async function hold(): Promise<{ holder: ChildProcess; said: string[]; info: RunInfo }> {
  const main = fileURLToPath(new URL('./hold-stack.ts', import.meta.url));
  const holder = fork(main, [dataDir], { execArgv: [], silent: false });
  holders.push(holder);
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    holder.on('message', (line: string) => (line === 'ready' ? resolve() : said.push(line)));
    holder.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const info = readRunFile(dataDir);
  if (!info) throw new Error('no run file');
  return { holder, said, info };
}

async function end(holder: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (holder.exitCode !== null || holder.signalCode !== null) return;
  const exited = once(holder, 'exit');
  holder.kill(signal);
  await exited;
}

const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const redisPid = () => Number(readFileSync(join(dataDir, 'redis', 'redis.pid'), 'utf8'));

describe('startStack', () => {
  it('writes its addresses for others to find and leaves nothing running or lying about', async () => {
    const { holder, info } = await hold();
    expect(info.pid).toBe(holder.pid);
    expect(info.databaseUrl).toMatch(/^postgres:\/\/postgres:.+@127\.0\.0\.1:\d+\/nashra$/);
    expect(info.redisUrl).toMatch(/^redis:\/\/:.+@127\.0\.0\.1:\d+$/);
    const pids = [postmaster(), redisPid()];
    await end(holder, 'SIGINT');
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'run.lock'))).toBe(false);
  });

  it('lets nobody else read what it writes', async () => {
    await hold();
    const modeOf = (...path: string[]) => statSync(join(dataDir, ...path)).mode & 0o777;
    // Postgres runs as somebody else when we are root, and must get through.
    expect(modeOf()).toBe(process.getuid?.() === 0 ? 0o711 : 0o700);
    const entries = readdirSync(dataDir, { withFileTypes: true });
    for (const entry of entries) {
      expect([entry.name, modeOf(entry.name)]).toEqual([
        entry.name,
        entry.isDirectory() ? 0o700 : 0o600,
      ]);
    }
    for (const name of readdirSync(join(dataDir, 'logs'))) {
      expect([name, modeOf('logs', name)]).toEqual([name, 0o600]);
    }
  });

  it('says who runs when it is started a second time', async () => {
    const { holder } = await hold();
    await expect(startStack({ dataDir })).rejects.toMatchObject({
      code: 'STACK_RUNNING',
      message: expect.stringContaining(`process ${holder.pid}`),
    });
    expect(readRunFile(dataDir)?.pid).toBe(holder.pid);
  });

  it('starts again after kill -9 of itself, ending the servers it left behind', async () => {
    const first = await hold();
    const orphans = [postmaster(), redisPid()];
    await end(first.holder, 'SIGKILL');
    expect(orphans.map(isAlive)).toEqual([true, true]);
    expect(readRunFile(dataDir)).toBeUndefined();
    const second = await hold();
    expect(second.said.join('\n')).toMatch(/Postgres that an interrupted run left behind/);
    expect(second.said.join('\n')).toMatch(/Redis that an interrupted run left behind/);
    expect(orphans.map(isAlive)).toEqual([false, false]);
  });

  it('starts again after kill -9 of both servers and of itself', async () => {
    const { holder } = await hold();
    const pids = [holder.pid ?? 0, postmaster(), redisPid()];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await once(holder, 'exit');
    await hold();
  });

  it('tells in one line when a server ends by itself', async () => {
    const stack = await startStack({ dataDir });
    process.kill(redisPid(), 'SIGKILL');
    expect(await stack.failed).toMatch(/^Redis ended by itself \(SIGKILL\)/);
    await stack.stop();
  });

  it('takes the servers it is given and starts none', async () => {
    const given = { databaseUrl: 'postgres://db.example/n', redisUrl: 'redis://cache.example' };
    const stack = await startStack({ dataDir: join(dir, 'given'), ...given });
    stack.announce({ ops: 8080 });
    const info = readRunFile(join(dir, 'given'));
    expect(info).toMatchObject({ ...given, ports: { ops: 8080 } });
    expect(existsSync(join(dir, 'given', 'postgres'))).toBe(false);
    await stack.stop();
  });
});

describe('startPostgres', () => {
  // One cluster for all of them: to make one is most of what a start takes.
  const folder = join(dir, 'one');

  it.skipIf(process.getuid?.() !== 0)('runs as an unprivileged user when we are root', async () => {
    const postgres = await startPostgres({ dataDir: folder, fsync: false });
    const status = readFileSync(`/proc/${postgres.pid}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:\s+0\b/m);
    await postgres.stop();
  });

  it('starts although the lock file of a dead server names a living process', async () => {
    const first = await startPostgres({ dataDir: folder, fsync: false });
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await first.stop();
    const lockFile = join(folder, 'postmaster.pid');
    const lines = readFileSync(lockFile, 'utf8').split('\n');
    writeFileSync(lockFile, [process.pid, ...lines.slice(1)].join('\n'));
    const second = await startPostgres({ dataDir: folder, fsync: false });
    expect(commandOf(second.pid)).toContain(folder);
    await second.stop();
    expect(isAlive(process.pid)).toBe(true);
  });

  it('takes another port when the wanted one is busy', async () => {
    await using taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const postgres = await startPostgres({ dataDir: folder, fsync: false, port });
    expect(postgres.port).not.toBe(port);
    await postgres.stop();
  });

  it('refuses a folder that holds something else', async () => {
    const other = join(dir, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'dear');
    await expect(startPostgres({ dataDir: other })).rejects.toThrow();
    expect(existsSync(join(other, 'letter.txt'))).toBe(true);
  });
});
