import { revealed, type Secret } from '@nashra/env';
import { Recorder } from '../conformance/recorder.ts';
import { Clock } from './clock.ts';
import { Process } from './process.ts';
import { Random } from './random.ts';
import { RedisState } from './redis.ts';
import { Store } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { CALM, type Troubles } from './troubles.ts';
import { Web } from './web.ts';

const STARTS_AT = Date.UTC(2026, 2, 2, 8);

export interface WorldOptions {
  /** All that happens is written down, line by line. */
  readonly traced?: boolean;
  /** All that is done to rows is, one transaction after another, so that it can be done again elsewhere. */
  readonly recorded?: boolean;
}

/** All that is outside of the product's code, from one seed: time, chance, servers, publishers, troubles. */
export class World implements Surroundings {
  readonly seed: number;
  readonly random: Random;
  readonly clock = new Clock(STARTS_AT);
  readonly store = new Store(() => this.clock.now);
  readonly redis = new RedisState(this.clock);
  readonly blobs = new Map<string, Buffer>();
  readonly web = new Web();
  readonly processes = new Map<string, Process>();
  troubles: Troubles = CALM;
  /** What happened, line by line, where somebody wants to know. */
  readonly trace: string[] | null;

  readonly recorder: Recorder | null;

  constructor(seed: number, { traced = false, recorded = false }: WorldOptions = {}) {
    this.seed = seed;
    this.recorder = recorded ? new Recorder() : null;
    this.store.isSerial = recorded;
    this.random = new Random(seed, 1);
    this.trace = traced ? [] : null;
  }

  note(who: string, what: string, whom?: unknown): void {
    if (!this.trace) return;
    const at = (this.clock.elapsedMs / 1_000).toFixed(4).padStart(10);
    const said = whom === undefined ? '' : ` ${brief(whom)}`;
    this.trace.push(`${at} ${who.padEnd(14)} ${what}${said}`);
  }

  start(name: string): Process {
    const process = new Process(this, name);
    this.processes.set(name, process);
    return process;
  }
}

let current: World | null = null;

/** The world that seams lead to. */
export function enterWorld(world: World | null): void {
  current = world;
}

/** The process that was given this name of its own in its settings. */
export function processNamed(name: string): Process {
  const process = current?.processes.get(name);
  if (!process) throw new Error(`no process ${name}`);
  return process;
}

/** By the address of Redis in its settings, `redis://<name>`. */
export const processAt = (url: string | Secret): Process =>
  processNamed(new URL(revealed(url)).hostname);

function brief(whom: unknown): string {
  const text = typeof whom === 'string' ? whom : JSON.stringify(whom, plain);
  return text.length > 240 ? `${text.slice(0, 240)}…` : text;
}

function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  if (ArrayBuffer.isView(value)) return '…';
  return typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

export function worldNow(): World {
  if (!current) throw new Error('no world');
  return current;
}
