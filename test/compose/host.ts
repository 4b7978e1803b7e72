import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort, PARENT_WATCH } from '@nashra/stack';
import { waitFor } from '@nashra/testkit';
import { type Container, PROJECT, readImage, type Variables } from './compose-file.ts';

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Where things of the containers lie on this machine. */
export interface Host {
  /** Holds a folder for every named volume. */
  readonly volumes: string;
  /** Port on loopback of a host name in the containers. */
  readonly ports: Readonly<Record<string, number>>;
}

export interface RunningContainer {
  readonly name: string;
  readonly environment: Variables;
  /** Resolves once the image's own health check is content and the service can work. */
  healthy(): Promise<void>;
  /** As `docker compose stop`. */
  stop(): Promise<Ended>;
}

/** The container's environment with this machine's addresses and folders in the place of those inside. */
export async function environmentHere(container: Container, host: Host): Promise<Variables> {
  const here: Record<string, string> = {};
  for (const [name, value] of Object.entries(container.environment)) {
    here[name] = folderHere(container, host, addressHere(value, host));
  }
  const own = container.isOurs && { HOST: '127.0.0.1', PORT: String(await freePort()) };
  const site = ['OPS_PORT', 'PORTAL_PORT'].find((it) => here[it] !== undefined);
  const sites = site !== undefined && { [site]: String(await freePort()) };
  return { ...here, ...own, ...sites };
}

function addressHere(value: string, { ports }: Host): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const port = url && ports[url.hostname];
  if (!url || port === undefined) return value;
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.href;
}

/** A folder on a named volume; one of the image itself can be written here as little as there. */
function folderHere({ mounts }: Container, { volumes }: Host, value: string): string {
  const mount = mounts.find(
    ({ from, to }) => (value === to || value.startsWith(`${to}/`)) && /^\w+$/.test(from),
  );
  if (!mount) return value.startsWith('/data/') ? `/dev/null${value}` : value;
  const folder = join(volumes, mount.from);
  mkdirSync(folder, { recursive: true });
  return folder + value.slice(mount.to.length);
}

export async function startContainer(container: Container, host: Host): Promise<RunningContainer> {
  const environment = await environmentHere(container, host);
  const child = launch(container.command, environment);
  const ended = endOf(child);
  const { name } = container;
  return {
    name,
    environment,
    async healthy() {
      const ready = async () =>
        child.exitCode !== null ||
        (await fetch(`http://127.0.0.1:${environment['PORT']}/readyz`)).ok;
      try {
        await waitFor(ready, { timeoutMs: 60_000, everyMs: 100, what: `${name} to be ready` });
        const check = await endOf(launch(readImage().healthcheck, environment));
        if (check.code !== 0) throw new Error(`The health check says ${check.said || 'no'}`);
      } catch (cause) {
        child.kill('SIGKILL');
        throw new Error(`${name} is not healthy:\n${(await ended).said}`, { cause });
      }
    },
    async stop() {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

/** As `docker compose run`, with another command where one is given. */
export async function runContainer(
  container: Container,
  host: Host,
  args?: readonly string[],
): Promise<Ended> {
  const command = args ? [...container.command.slice(0, -1), ...args] : container.command;
  return await endOf(launch(command, await environmentHere(container, host)));
}

function launch([file = '', ...args]: readonly string[], environment: Variables): ChildProcess {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  return spawn(file, args, {
    cwd: PROJECT,
    env: {
      PATH: path,
      NODE_OPTIONS: `--import=${PARENT_WATCH}`,
      NODE_COMPILE_CACHE: join(tmpdir(), 'nashra-compile-cache'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('spawned without pipes');
  const [out, err, [code]] = await Promise.all([
    text(stdout),
    text(stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, said: out + err };
}
