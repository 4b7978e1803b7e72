import type { Clock, Due } from './clock.ts';

/** A job as Redis has it. */
export interface JobRecord {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly opts: JobOptions;
  readonly timestamp: number;
  state: 'waiting' | 'delayed' | 'active';
  attemptsMade: number;
  attemptsStarted: number;
  stalledCounter: number;
  progress: unknown;
  /** Of the worker that has it. */
  token: string | null;
  due: Due | null;
}

export interface JobOptions {
  readonly deduplication?: { readonly id: string };
  readonly attempts?: number;
  backoff?: { readonly delay: number; readonly jitter?: number };
  readonly delay?: number;
  readonly priority?: number;
}

export interface Taker {
  /** A job may be there. */
  look(): void;
}

/** One queue: who stands in it, and who takes from it. */
export class QueueState {
  readonly jobs = new Map<string, JobRecord>();
  readonly names = new Map<string, string>();
  readonly takers = new Set<Taker>();
  readonly #clock: Clock;
  #waiting: JobRecord[] = [];
  #ids = 0;
  #repeat: { every: number; next: number; due: Due } | null = null;
  failed = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(name: string, data: JobRecord['data'], opts: JobOptions): JobRecord {
    const key = opts.deduplication?.id;
    const twin = key === undefined ? undefined : this.jobs.get(this.names.get(key) ?? '');
    if (twin) return twin;
    const job: JobRecord = {
      id: String(++this.#ids),
      name,
      data,
      opts: { ...opts },
      timestamp: this.#clock.now,
      state: 'waiting',
      attemptsMade: 0,
      attemptsStarted: 0,
      stalledCounter: 0,
      progress: 0,
      token: null,
      due: null,
    };
    this.jobs.set(job.id, job);
    if (key !== undefined) this.names.set(key, job.id);
    if (opts.delay) this.delay(job, this.#clock.now + opts.delay);
    else this.wait(job);
    return job;
  }

  wait(job: JobRecord): void {
    if (job.due) job.due.run = null;
    Object.assign(job, { state: 'waiting', token: null, due: null });
    const place = this.#waiting.findLastIndex((it) => rankOf(it) <= rankOf(job));
    this.#waiting.splice(place + 1, 0, job);
    this.#wake();
  }

  delay(job: JobRecord, until: number): void {
    const due = this.#clock.at(until, () => {
      if (this.jobs.get(job.id) === job && job.state === 'delayed') this.wait(job);
    });
    Object.assign(job, { state: 'delayed', token: null, due });
  }

  take(token: string): JobRecord | undefined {
    const job = this.#waiting.shift();
    if (!job) return undefined;
    Object.assign(job, { state: 'active', token });
    job.attemptsStarted += 1;
    if (job.name === 'repeated') this.#repeatAgain();
    return job;
  }

  /** Whether this worker still has it. */
  holds(job: JobRecord, token: string): boolean {
    return this.jobs.get(job.id) === job && job.token === token;
  }

  remove(job: JobRecord): void {
    this.jobs.delete(job.id);
    const key = job.opts.deduplication?.id;
    if (key !== undefined && this.names.get(key) === job.id) this.names.delete(key);
    this.#wake();
  }

  /** Back from a worker that is taken for dead. */
  stall(job: JobRecord, token: string): void {
    if (!this.holds(job, token)) return;
    job.stalledCounter += 1;
    this.wait(job);
  }

  repeated(): { readonly every: number; readonly next: number } | undefined {
    return this.#repeat ?? undefined;
  }

  repeat(every: number): void {
    if (this.#repeat) this.#repeat.due.run = null;
    this.#repeatAt(every, this.#clock.now);
  }

  stopRepeating(): void {
    if (this.#repeat) this.#repeat.due.run = null;
    this.#repeat = null;
  }

  count(state: JobRecord['state']): number {
    let n = 0;
    for (const job of this.jobs.values()) if (job.state === state) n += 1;
    return n;
  }

  clear(): void {
    for (const { due } of this.jobs.values()) if (due) due.run = null;
    this.jobs.clear();
    this.names.clear();
    this.#waiting = [];
    this.stopRepeating();
  }

  #repeatAgain(): void {
    const { every, next } = this.#repeat ?? {};
    if (every === undefined || next === undefined) return;
    this.#repeatAt(every, Math.max(next + every, this.#clock.now));
  }

  #repeatAt(every: number, next: number): void {
    const due = this.#clock.at(next, () => this.add('repeated', {}, {}));
    this.#repeat = { every, next, due };
  }

  #wake(): void {
    for (const taker of this.takers) taker.look();
  }
}

/** Jobs without a priority run before those with one. */
const rankOf = ({ opts }: JobRecord): number => opts.priority ?? 0;

/** All that lies in Redis; it may be emptied at any moment. */
export class RedisState {
  readonly queues = new Map<string, QueueState>();
  readonly texts = new Map<string, string>();
  readonly hosts = new Map<string, HostState>();
  readonly #clock: Clock;
  /** When it was empty; nobody's turn is remembered from before. */
  readonly flushedAt: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  queue(name: string): QueueState {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new QueueState(this.#clock);
    this.queues.set(name, queue);
    return queue;
  }

  flush(): void {
    this.flushedAt.push(this.#clock.now);
    for (const queue of this.queues.values()) queue.clear();
    this.texts.clear();
    this.hosts.clear();
  }
}

/** What is remembered of one host's turns. */
export interface HostState {
  next: number;
  block: number;
  last: number | null;
  /** Token to the end of its lease. */
  readonly leases: Map<string, number>;
  /** Token to how long it is believed to wait. */
  readonly waiting: Map<string, number>;
}
