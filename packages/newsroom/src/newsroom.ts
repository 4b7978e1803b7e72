import type { Clock } from './edition.ts';
import { type Language, publishers } from './publisher.ts';
import { servePublisher } from './serve.ts';

export interface NewsroomOptions {
  /** A loopback address; 127.0.0.1 by default. */
  readonly host?: string;
  /** The same seed writes the same stories. */
  readonly seed?: number;
  /** A new story this often; 0 publishes only when told. 5 s by default. */
  readonly everyMs?: number;
  /**
   * Number of the newest story at the start. By default it follows from the time of day, so that a newsroom started
   * again goes on where it would be by now, with the old stories unchanged.
   */
  readonly newest?: number;
  /** Ports from here on, one a publisher, as far as they are free; by default any free ones. */
  readonly port?: number;
  /** How long the slow publisher takes for an answer; 3 s by default. */
  readonly slowMs?: number;
}

export interface Newsroom {
  readonly publishers: readonly NewsroomPublisher[];
  /** `host:port` of every publisher, to be allowed where private addresses are refused. */
  readonly addresses: readonly string[];
  /** Publishes the next story at once; returns its number. */
  publishNow(): number;
  stop(): Promise<void>;
}

/** As the catalog describes a publisher. */
export interface NewsroomPublisher {
  readonly slug: string;
  readonly name: string;
  readonly nameNative?: string;
  readonly homepage: string;
  readonly language: Language;
  readonly country: string;
  readonly timeZone: string;
  readonly feeds: { readonly address: string; readonly intervalSeconds: number }[];
}

/** Distance of two stories when none appears by itself. */
const USUAL_PACE_MS = 60_000;

/**
 * Eleven invented publishers on loopback that keep publishing: in Arabic, French and English, in four feed formats
 * and two charsets, with agency copies, corrections, new titles, dead ends, a slow host and one that refuses.
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { host = '127.0.0.1', port = 0, slowMs = 3_000 } = options;
  const clock = new NewsroomClock(options);
  const served = await Promise.all(
    publishers.map((publisher, at) =>
      servePublisher(publisher, clock, { host, port: port && port + at, slowMs }),
    ),
  );
  return {
    publishers: publishers.map((publisher, at) => {
      const origin = served[at]?.origin ?? '';
      const paths = publisher.fadingFeed ? ['/feed', '/second-feed'] : ['/feed'];
      const { slug, name, nameNative, language, country, timeZone } = publisher;
      return {
        slug,
        name,
        ...(nameNative && { nameNative }),
        homepage: `${origin}/`,
        language,
        country,
        timeZone,
        feeds: paths.map((path) => ({ address: origin + path, intervalSeconds: 10 })),
      };
    }),
    addresses: served.map(({ origin }) => new URL(origin).host),
    publishNow: () => clock.publishNow(),
    async stop() {
      await Promise.all(served.map((publisher) => publisher.stop()));
    },
  };
}

/** Stories appear with the passing of time: nothing has to run for them to do so. */
class NewsroomClock implements Clock {
  readonly seed: number;
  readonly #paceMs: number;
  readonly #runs: boolean;
  /** Added to the number that the time gives. */
  readonly #shift: number;
  readonly #first: number;
  /** Stories published ahead of their time, and when. */
  readonly #early = new Map<number, number>();
  #forced: number;

  constructor({ seed = 1, everyMs = 5_000, newest }: NewsroomOptions) {
    this.seed = seed;
    this.#runs = everyMs > 0;
    this.#paceMs = everyMs || USUAL_PACE_MS;
    const now = Math.floor(Date.now() / this.#paceMs);
    this.#first = newest ?? now;
    this.#shift = this.#first - now;
    this.#forced = this.#first;
  }

  newest(): number {
    const due = Math.floor(Date.now() / this.#paceMs) + this.#shift;
    return this.#runs ? Math.max(due, this.#forced) : this.#forced;
  }

  timeOf(n: number): number {
    return this.#early.get(n) ?? (n - this.#shift) * this.#paceMs;
  }

  publishNow(): number {
    this.#forced = this.newest() + 1;
    this.#early.set(this.#forced, Date.now());
    return this.#forced;
  }
}
