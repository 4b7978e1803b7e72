import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, PARENT_WATCH } from '@nashra/stack';
import { memoryOf } from '@nashra/testkit';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IProbe } from 'kubernetes-models/v1/Probe';

const ROOT = resolve(import.meta.dirname, '../..');
/** What the image runs where a manifest names no command. */
const IMAGE_COMMAND = JSON.parse(
  /^CMD (\[.*\])$/m.exec(readFileSync(join(ROOT, 'infra/docker/Dockerfile'), 'utf8'))?.[1] ?? '[]',
) as string[];

/** What a cluster is to a pod: its settings and secrets, and what of them this machine has to have otherwise. */
export interface Cluster {
  /** By name, ConfigMaps and Secrets alike. */
  readonly env: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Over all that manifests say, since all pods share one address here. */
  readonly machine: Readonly<Record<string, string>>;
  readonly dir: string;
}

export interface Ended {
  readonly ms: number;
  readonly isInGrace: boolean;
  readonly code: number | null;
}

/** A pod of a manifest as processes of this machine: its init containers, its service, probes and limits. */
export class Pod {
  readonly name: string;
  /** Its service's health port. */
  readonly port: number;
  isReady = false;
  isEnding = false;
  /** Times that its service was started anew: it ended, answered no more, or took more memory than it may. */
  readonly restarts: string[] = [];
  readonly #spec: IPodSpec;
  readonly #cluster: Cluster;
  #child: ChildProcess | null = null;

  private constructor(name: string, port: number, spec: IPodSpec, cluster: Cluster) {
    this.name = name;
    this.port = port;
    this.#spec = spec;
    this.#cluster = cluster;
    mkdirSync(this.#tmp);
  }

  static async schedule(name: string, spec: IPodSpec, cluster: Cluster): Promise<Pod> {
    return new Pod(name, await freePort(), spec, cluster);
  }

  /** Runs until it is asked to end. */
  async run(): Promise<void> {
    for (const container of this.#spec.initContainers ?? []) {
      while (!this.isEnding && (await this.#exec(container)) !== 0) await sleep(1_000);
    }
    const [service] = this.#spec.containers;
    while (!this.isEnding && service) {
      const code = this.#exec(service);
      const watched = this.#watch(service);
      await code;
      this.isReady = false;
      this.#child = null;
      await watched;
      if (!this.isEnding && this.restarts.length < 20)
        this.restarts.push(`ended with ${await code}`);
    }
  }

  /** Runs a pod's containers to their end, as those of a Job; the last exit code. */
  async runToEnd(): Promise<number | null> {
    let code: number | null = null;
    for (const container of this.#spec.containers) code = await this.#exec(container);
    return code;
  }

  /** SIGTERM, and SIGKILL when its grace is over. */
  async end(): Promise<Ended> {
    this.isEnding = true;
    this.isReady = false;
    const child = this.#child;
    const began = performance.now();
    if (!child || child.exitCode !== null) return { ms: 0, isInGrace: true, code: 0 };
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    const graceMs = 1_000 * (this.#spec.terminationGracePeriodSeconds ?? 30);
    const late = sleep(graceMs, null, { ref: false });
    const inTime = await Promise.race([ended, late]);
    if (!inTime) child.kill('SIGKILL');
    const [code] = inTime ?? (await ended);
    return { ms: performance.now() - began, isInGrace: inTime !== null, code };
  }

  get #tmp(): string {
    return join(this.#cluster.dir, this.name);
  }

  async #exec(container: IContainer): Promise<number | null> {
    const [file = '', ...args] = container.command ?? IMAGE_COMMAND;
    // The image's Node is this one, and its /tmp the pod's own folder.
    const child = spawn(file === 'node' ? process.execPath : file, args, {
      cwd: ROOT,
      env: this.#env(container),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    const log = createWriteStream(join(this.#tmp, `${container.name}.log`), { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    const [code] = (await once(child, 'exit')) as [number | null];
    log.end();
    return code;
  }

  #env({ envFrom = [], env = [] }: IContainer): Record<string, string> {
    const named = envFrom.map((it) => it.configMapRef?.name ?? it.secretRef?.name ?? '');
    const given = named.flatMap((name) => {
      const found = this.#cluster.env[name];
      if (!found) throw new Error(`${this.name} wants ${name}, which is not there`);
      return Object.entries(found);
    });
    const own = env.map(({ name, value = '' }) => [name, value.replace(/^\/tmp\b/, this.#tmp)]);
    const service = env.some(({ name }) => name === 'SERVICE');
    return {
      PATH: `${join(process.execPath, '..')}:${process.env['PATH']}`,
      HOME: process.env['HOME'] ?? '/',
      TMPDIR: this.#tmp,
      // It never outlives whoever rehearses.
      NODE_OPTIONS: `--max-semi-space-size=4 --import=${PARENT_WATCH}`,
      NODE_COMPILE_CACHE: join(this.#cluster.dir, 'compiled'),
      ...Object.fromEntries([...given, ...own]),
      ...this.#cluster.machine,
      ...(service && { HOST: '127.0.0.1', PORT: `${this.port}` }),
    };
  }

  /** Probes and limits, until its service ends. */
  async #watch(container: IContainer): Promise<void> {
    const child = this.#child;
    const isRunning = () => child?.exitCode === null && child.signalCode === null;
    const most = mebibytes(container.resources?.limits?.['memory']);
    const fails = { startup: 0, liveness: 0, readiness: 0 };
    const { startupProbe, livenessProbe, readinessProbe } = container;
    let hasStarted = startupProbe === undefined;
    const asked = new Map<IProbe, number>();
    const due = (probe: IProbe | undefined): probe is IProbe => {
      if (
        !probe ||
        performance.now() - (asked.get(probe) ?? 0) < 1_000 * (probe.periodSeconds ?? 10)
      )
        return false;
      asked.set(probe, performance.now());
      return true;
    };
    const startAnew = (why: string) => {
      this.restarts.push(why);
      child?.kill('SIGKILL');
    };
    while (isRunning()) {
      await sleep(250);
      if (!isRunning() || this.isEnding) continue;
      if (child?.pid && residentOf(child.pid) > most) startAnew('more memory than its limit');
      if (!hasStarted && due(startupProbe)) {
        hasStarted = await this.#answers(startupProbe);
        fails.startup = hasStarted ? 0 : fails.startup + 1;
        if (fails.startup > (startupProbe.failureThreshold ?? 3)) startAnew('never started');
      }
      if (!hasStarted) continue;
      if (due(livenessProbe)) {
        fails.liveness = (await this.#answers(livenessProbe)) ? 0 : fails.liveness + 1;
        if (fails.liveness >= (livenessProbe.failureThreshold ?? 3)) startAnew('not alive');
      }
      if (due(readinessProbe)) {
        fails.readiness = (await this.#answers(readinessProbe)) ? 0 : fails.readiness + 1;
        if (fails.readiness === 0) this.isReady = !this.isEnding;
        else if (fails.readiness >= (readinessProbe.failureThreshold ?? 3)) this.isReady = false;
      }
    }
  }

  async #answers({ httpGet, timeoutSeconds = 1 }: IProbe): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(1_000 * timeoutSeconds);
      return (await fetch(`http://127.0.0.1:${this.port}${httpGet?.path}`, { signal })).ok;
    } catch {
      return false;
    }
  }
}

function residentOf(pid: number): number {
  try {
    return memoryOf(pid);
  } catch {
    return 0;
  }
}

function mebibytes(limit: string | number | undefined): number {
  const [, figure = '', unit = ''] = /^(\d+)(Mi|Gi)$/.exec(`${limit}`) ?? [];
  return figure ? Number(figure) * (unit === 'Gi' ? 1_024 : 1) : Number.POSITIVE_INFINITY;
}
