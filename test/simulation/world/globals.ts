import type { Clock, Due } from './clock.ts';
import type { Random } from './random.ts';

/** The world whose time and chance everything in this thread lives in. */
let lived: Lived | null = null;

interface Lived {
  readonly clock: Clock;
  readonly random: Random;
  /** Where it is written down what happens, chance that verbs on rows ask for always falls in the middle. */
  readonly recorder: object | null;
}

const own = {
  Date: globalThis.Date,
  random: Math.random,
  now: performance.now.bind(performance),
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
};

/** Time as it passes outside. */
export const outside = { now: own.now, setTimeout: own.setTimeout } as const;

/** Null where nobody lives in a world. */
export const clockNow = (): Clock | null => lived?.clock ?? null;

/** Has timers, dates and chance of this thread be those of a world; null gives them back. */
export function liveIn(world: Lived | null): void {
  lived = world;
  if (!world) {
    Math.random = own.random;
    performance.now = own.now;
    Object.assign(globalThis, {
      Date: own.Date,
      setTimeout: own.setTimeout,
      setInterval: own.setInterval,
      clearTimeout: own.clearTimeout,
      clearInterval: own.clearInterval,
    });
    return;
  }
  Math.random = () => (world.recorder ? 0.5 : world.random.next());
  performance.now = () => world.clock.elapsedMs;
  Object.assign(globalThis, {
    Date: WorldDate,
    setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      new Timer(world.clock, run, ms, args, false),
    setInterval: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      new Timer(world.clock, run, ms, args, true),
    clearTimeout: (timer: unknown) => timer instanceof Timer && timer.end(),
    clearInterval: (timer: unknown) => timer instanceof Timer && timer.end(),
  });
}

/** The wall clock of the simulated processes. */
const wallNow = (): number => {
  const { clock } = lived ?? {};
  return clock ? Math.floor(clock.now + clock.skewMs) : own.Date.now();
};

const WorldDate = new Proxy(own.Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [wallNow()] : args, newTarget),
  get: (target, key) => (key === 'now' ? wallNow : Reflect.get(target, key)),
});

class Timer {
  readonly #clock: Clock;
  #due: Due;

  constructor(
    clock: Clock,
    run: (...args: unknown[]) => void,
    ms: number,
    args: readonly unknown[],
    repeats: boolean,
  ) {
    this.#clock = clock;
    const fire = () => {
      if (repeats) this.#due = this.#clock.after(Math.max(1, ms), fire);
      run(...args);
    };
    this.#due = clock.after(Math.max(1, ms), fire);
  }

  end(): void {
    this.#due.run = null;
  }

  unref(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  [Symbol.dispose](): void {
    this.end();
  }
}
