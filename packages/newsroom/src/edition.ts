import { isoIn, rfc822In, visibleIn } from './local-time.ts';
import type { Publisher } from './publisher.ts';
import { CHANGES_AFTER, type Story, storyAt } from './story.ts';
import { type Version, versionOf } from './version.ts';

/** The newsroom's clock: which story is the newest, and when each appeared. */
export interface Clock {
  readonly seed: number;
  newest(): number;
  /** Milliseconds since 1970. */
  timeOf(n: number): number;
}

/** One story as one publisher shows it now. */
export interface Item extends Version {
  readonly story: Story;
  /** Absolute address. */
  readonly url: string;
  readonly image: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
  /** The agency it names in its first line; other copies say nothing of where they come from. */
  readonly dateline?: string;
}

/** One publisher with its stories: everything its pages and feeds are made of. */
export class Edition {
  readonly publisher: Publisher;
  /** `http://127.0.0.1:47801` */
  readonly origin: string;
  readonly #clock: Clock;

  constructor(publisher: Publisher, origin: string, clock: Clock) {
    this.publisher = publisher;
    this.origin = origin;
    this.#clock = clock;
  }

  get seed(): number {
    return this.#clock.seed;
  }

  /** The newest stories it carries, newest first. */
  latest(count: number): Item[] {
    const items: Item[] = [];
    const newest = this.#clock.newest();
    for (let n = newest; n > Math.max(0, newest - 400) && items.length < count; n -= 1) {
      const item = this.item(n);
      if (item) items.push(item);
    }
    return items;
  }

  /** Story `n` as it reads now; undefined when it is not out yet or others carry it. */
  item(n: number): Item | undefined {
    const newest = this.#clock.newest();
    if (n < 1 || n > newest) return undefined;
    const story = storyAt(this.#clock.seed, n);
    if (!story.carriers.includes(this.publisher)) return undefined;
    const version = versionOf(story, newest);
    const path = this.publisher.path(n, version.words);
    const publishedAt = this.#clock.timeOf(n);
    const [writer, ...copies] = story.carriers;
    const isNamed = writer && copies.at(-1) === this.publisher;
    return {
      ...version,
      story,
      url: this.origin + (story.fate === 'private' ? `/private${path}` : path),
      image: `${this.origin}/media/${n}.png`,
      publishedAt,
      updatedAt: version.isChanged ? this.#clock.timeOf(n + CHANGES_AFTER) : publishedAt,
      ...(isNamed && { dateline: writer.nameNative ?? writer.name }),
    };
  }

  iso(at: number): string {
    return isoIn(this.publisher.timeZone, at);
  }

  rfc822(at: number): string {
    return rfc822In(this.publisher.timeZone, at);
  }

  visible(at: number): string {
    return visibleIn(this.publisher.timeZone, this.publisher.language, at);
  }

  /** The name in its own script. */
  get title(): string {
    return this.publisher.nameNative ?? this.publisher.name;
  }
}
