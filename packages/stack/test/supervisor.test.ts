import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { type ServiceEvent, superviseServices } from '../src/index.ts';
import { isAlive } from '../src/process-identity.ts';

const logDir = mkdtempSync(join(tmpdir(), 'nashra-supervisor-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(logDir, { recursive: true, force: true });
});

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const logOf = (name: string) => readFileSync(join(logDir, `${name}.log`), 'utf8');
const until = async (condition: () => boolean) => {
  for (let waited = 0; !condition() && waited < 10_000; waited += 20) await sleep(20);
  expect(condition()).toBe(true);
};

it('hands a service what it is given and nothing of ours, collects its words and lets it end in its own way, once for all who ask', async () => {
  vi.stubEnv('OPS_PASSWORD', 'not for everybody');
  const env = { GREETING: 'hello' };
  const specs = [{ name: 'steady', main: here('./services/steady.ts'), env }];
  const supervisor = superviseServices(specs, { logDir });
  await until(() => logOf('steady').includes('steady hello'));
  await Promise.all([supervisor.stop(), supervisor.stop()]);
  await supervisor.stop();
  expect(logOf('steady')).toBe('steady hello undefined\nbye\n');
});

it('starts a crashed service again, each time after a longer pause', async () => {
  const events: ServiceEvent[] = [];
  const specs = [{ name: 'crashing', main: here('./services/crashing.ts') }];
  const supervisor = superviseServices(specs, {
    logDir,
    firstPauseMs: 10,
    onEvent: (event) => events.push(event),
  });
  const exits = () => events.filter((event) => event.event === 'exited');
  await until(() => exits().length >= 3);
  await supervisor.stop();
  expect(exits().slice(0, 3)).toMatchObject([
    { how: 3, restartInMs: 10 },
    { how: 3, restartInMs: 20 },
    { how: 3, restartInMs: 40 },
  ]);
  expect(supervisor.statuses()[0]?.restarts).toBeGreaterThanOrEqual(2);
  expect(logOf('crashing')).toContain('cannot go on');
});

it('kills a service that will not end', async () => {
  const specs = [{ name: 'deaf', main: here('./services/deaf.ts') }];
  const supervisor = superviseServices(specs, { logDir, graceMs: 200 });
  await until(() => logOf('deaf').includes('deaf'));
  const pid = supervisor.statuses()[0]?.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  await supervisor.stop();
  expect(isAlive(pid)).toBe(false);
});

it('leaves no service behind when the supervisor itself is killed', async () => {
  const holder = fork(here('./hold-services.ts'), [logDir, here('./services/steady.ts')], {
    execArgv: [],
  });
  const [event] = (await once(holder, 'message')) as [ServiceEvent];
  const pid = event.event === 'started' ? event.pid : 0;
  await until(() => logOf('held').includes('steady'));
  holder.kill('SIGKILL');
  await until(() => !isAlive(pid));
});
