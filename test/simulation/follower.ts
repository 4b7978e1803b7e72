import type { ChangeRow } from './model/rows.ts';
import type { World } from './world/world.ts';

/** A reader of the change feed, who asks for what comes after the last that it has seen. */
export class Follower {
  readonly seen: ChangeRow[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.#look();
  }

  ask(): void {
    const last = this.seen.at(-1)?.seq ?? 0;
    const news = this.#world.store.rows<ChangeRow>('change').filter(({ seq }) => seq > last);
    this.seen.push(...news.sort((a, b) => a.seq - b.seq));
  }

  #look(): void {
    const { clock, random } = this.#world;
    clock.after(random.spread(20, 4_000), () => {
      this.ask();
      this.#look();
    });
  }
}
