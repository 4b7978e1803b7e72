import type { Random } from './random.ts';
import { lost } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { never } from './wait.ts';

/** One process of the product. What it asks of servers goes through here, and here it may die. */
export class Process {
  readonly name: string;
  readonly world: Surroundings;
  alive = true;
  /** When a server could not be reached, or its answer was lost, or it died. */
  readonly troubledAt: number[] = [];
  /** Told when it dies. */
  readonly onDeath = new Set<() => void>();

  constructor(world: Surroundings, name: string) {
    this.world = world;
    this.name = name;
  }

  get random(): Random {
    return this.world.random;
  }

  /** On the way to a server: takes a moment, a long one with the chance `slow`, and the process may die or the connection break. */
  async reach(what: string, failing: number, error: () => Error, slow = 0): Promise<void> {
    const { troubles, random } = this.world;
    await (random.chance(slow) ? this.moment(20, 400) : this.moment(0.2, 4));
    if (random.chance(troubles.crash)) {
      this.world.note(this.name, 'dies before', what);
      this.die();
      await never();
    }
    if (random.chance(failing)) {
      this.world.note(this.name, 'cannot reach', what);
      this.#noteTrouble();
      throw error();
    }
  }

  /** Something that has happened, of which the answer may be lost. */
  answer(what: string, doubt: number, error: () => Error): void {
    if (!this.world.random.chance(doubt)) return;
    this.world.note(this.name, 'hears nothing of', what);
    this.#noteTrouble();
    throw error();
  }

  async moment(low: number, high: number): Promise<void> {
    if (this.alive) await this.world.clock.pause(this.random.spread(low, high));
    if (!this.alive) await never();
  }

  #noteTrouble(): void {
    this.troubledAt.push(this.world.clock.now);
  }

  die(): void {
    if (!this.alive) return;
    this.alive = false;
    this.#noteTrouble();
    for (const tell of this.onDeath) tell();
  }
}

export const lostPostgres = lost;
export const lostRedis = (): Error => new Error('Connection is closed.');
