import type { JobOptions, JobRecord, QueueState, Taker } from '../world/redis.ts';
import { Wait } from '../world/wait.ts';
import type { Connection } from './redis.ts';

/** What packages/queue uses of BullMQ, on the simulated Redis: queues, and workers that may die with jobs in hand. */
export class UnrecoverableError extends Error {
  override name = 'UnrecoverableError';
}

export class DelayedError extends Error {
  override name = 'DelayedError';
}

interface Options {
  readonly connection: Connection;
}

export class Queue {
  readonly name: string;
  readonly #connection: Connection;

  constructor(name: string, { connection }: Options) {
    this.name = name;
    this.#connection = connection;
  }

  get #state(): QueueState {
    return this.#connection.state.queue(this.name);
  }

  add(name: string, data: JobRecord['data'], opts: JobOptions): Promise<unknown> {
    return this.#connection.ask(`add ${this.name}`, () => this.#state.add(name, data, opts));
  }

  addBulk(
    jobs: readonly { name: string; data: JobRecord['data']; opts: JobOptions }[],
  ): Promise<unknown> {
    return this.#connection.ask(`add ${this.name}`, () =>
      jobs.map(({ name, data, opts }) => this.#state.add(name, data, opts)),
    );
  }

  getJobScheduler(): Promise<unknown> {
    return this.#connection.ask('getJobScheduler', () => this.#state.repeated());
  }

  removeJobScheduler(): Promise<void> {
    return this.#connection.ask('removeJobScheduler', () => this.#state.stopRepeating());
  }

  upsertJobScheduler(_: string, { every }: { readonly every: number }): Promise<void> {
    return this.#connection.ask('upsertJobScheduler', () => this.#state.repeat(every));
  }

  getJobCounts(): Promise<Record<string, number>> {
    return this.#connection.ask('getJobCounts', () => ({
      wait: this.#state.count('waiting'),
      active: this.#state.count('active'),
      delayed: this.#state.count('delayed'),
      failed: this.#state.failed,
    }));
  }

  on(): this {
    return this;
  }

  async close(): Promise<void> {}
}

/** What a worker's code is given of a job. */
class Job {
  readonly id: string;
  readonly data: JobRecord['data'];
  readonly opts: JobOptions;
  readonly timestamp: number;
  readonly attemptsMade: number;
  readonly attemptsStarted: number;
  readonly stalledCounter: number;
  readonly progress: unknown;
  readonly #record: JobRecord;
  readonly #token: string;
  readonly #worker: Worker;

  constructor(record: JobRecord, token: string, worker: Worker) {
    this.id = record.id;
    this.data = record.data;
    this.opts = record.opts;
    this.timestamp = record.timestamp;
    this.attemptsMade = record.attemptsMade;
    this.attemptsStarted = record.attemptsStarted;
    this.stalledCounter = record.stalledCounter;
    this.progress = record.progress;
    this.#record = record;
    this.#token = token;
    this.#worker = worker;
  }

  moveToDelayed(until: number): Promise<void> {
    return this.#worker.connection.ask('moveToDelayed', () => {
      if (!this.#worker.state.holds(this.#record, this.#token)) throw new Error('Missing lock');
      this.#worker.state.delay(this.#record, until);
    });
  }

  updateProgress(progress: unknown): Promise<void> {
    return this.#worker.connection.ask('updateProgress', () => {
      this.#record.progress = progress;
    });
  }
}

interface WorkerOptions extends Options {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
}

type Processor = (job: Job, token: string) => Promise<unknown>;

export class Worker implements Taker {
  readonly connection: Connection;
  readonly name: string;
  readonly #process: Processor;
  readonly #options: WorkerOptions;
  readonly #inHand = new Map<string, JobRecord>();
  #turns = 0;
  #isPaused = false;
  #isClosed = false;
  #isLooking = false;
  #idle: Wait | null = null;

  constructor(name: string, process: Processor, options: WorkerOptions) {
    this.name = name;
    this.#process = process;
    this.#options = options;
    this.connection = options.connection;
    this.state.takers.add(this);
    this.connection.process.onDeath.add(() => this.#die());
    this.look();
  }

  /** Jobs come by themselves here: nobody asks and waits. */
  readonly backend = { waitForJob: async () => null, reconnectBlocking: async () => {} };

  get maximumBlockTimeout(): number {
    return 2;
  }

  get state(): QueueState {
    return this.connection.state.queue(this.name);
  }

  look(): void {
    if (this.#isLooking || !this.#mayTake()) return;
    this.#isLooking = true;
    const { clock, random } = this.connection.process.world;
    clock.after(random.spread(0.1, 3), () => {
      this.#isLooking = false;
      while (this.#mayTake()) {
        const token = `${this.connection.process.name} ${++this.#turns}`;
        const record = this.state.take(token);
        if (!record) return;
        this.#inHand.set(token, record);
        void this.#run(record, token);
      }
    });
  }

  #mayTake(): boolean {
    const isOpen = this.connection.process.alive && !this.#isPaused && !this.#isClosed;
    return isOpen && this.#inHand.size < this.#options.concurrency;
  }

  async #run(record: JobRecord, token: string): Promise<void> {
    const { world } = this.connection.process;
    world.note(this.connection.process.name, `takes ${this.name}`, record.data);
    if (world.random.chance(world.troubles.twin)) {
      world.clock.after(world.random.spread(1, 300), () => this.#loseLock(record, token));
    }
    let error: unknown = null;
    try {
      await this.#process(new Job(record, token, this), token);
    } catch (thrown) {
      error = thrown ?? new Error('nothing was thrown');
    }
    await this.connection
      .ask('finish', () => this.#finish(record, token, error))
      // Nobody renews its lock any more.
      .catch(() => this.#stallLater(record, token));
    this.#inHand.delete(token);
    if (this.#inHand.size === 0) this.#idle?.end();
    this.look();
  }

  #loseLock(record: JobRecord, token: string): void {
    if (!this.state.holds(record, token)) return;
    this.connection.process.world.note('redis', `takes ${this.name} for stalled`, record.data);
    this.state.stall(record, token);
  }

  #finish(record: JobRecord, token: string, error: unknown): void {
    const { state } = this;
    if (!state.holds(record, token) || error instanceof DelayedError) return;
    const { attempts = 1, backoff } = record.opts;
    if (error !== null && !(error instanceof UnrecoverableError)) {
      record.attemptsMade += 1;
      if (record.attemptsMade < attempts) {
        const pause = (backoff?.delay ?? 0) * 2 ** (record.attemptsMade - 1);
        const { clock, random } = this.connection.process.world;
        state.delay(record, clock.now + pause * (1 - 0.5 * random.next()));
        return;
      }
    }
    if (error !== null) state.failed += 1;
    state.remove(record);
  }

  #stallLater(record: JobRecord, token: string): void {
    const { clock, random } = this.connection.process.world;
    const { lockDuration, stalledInterval } = this.#options;
    const { state } = this;
    clock.after(lockDuration + random.next() * stalledInterval, () => state.stall(record, token));
  }

  #die(): void {
    this.state.takers.delete(this);
    for (const [token, record] of this.#inHand) this.#stallLater(record, token);
  }

  async pause(): Promise<void> {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.look();
  }

  isPaused(): boolean {
    return this.#isPaused;
  }

  on(): this {
    return this;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.state.takers.delete(this);
    if (this.#inHand.size === 0) return;
    this.#idle = new Wait();
    await this.#idle.over;
  }
}
