import { EDITION, pageOf, refusedText, textOf } from './pages.ts';

export const ROBOTS = '/robots.txt';
/** Where robots.txt lets nobody in. */
export const DENIED = '/private/';

/** What becomes of those who ask for a page: for good, once the web is well again. */
export type Fate =
  | 'good'
  | 'gone'
  | 'missing'
  | 'forbidden'
  | 'denied'
  /** One that leads to where robots.txt lets nobody in. */
  | 'barred'
  /** Whoever reads it fails. */
  | 'poison'
  /** The database refuses its row. */
  | 'unwritable'
  /** A report's second address. */
  | 'alias'
  /** One that leads to another. */
  | 'moved';

/** A page of a publisher, as it truly is. */
export interface Page {
  readonly path: string;
  readonly fate: Fate;
  readonly text: number;
  /** When the feed shows it, and when it is corrected. */
  readonly listedAt: number;
  readonly correctedAt: readonly number[];
  /** When its entry says something else, though the page says the same in other bytes. */
  readonly touchedAt: readonly number[];
  /** Of one that moved: where to. */
  readonly to: string | null;
}

/** One request, as the server's own log has it. */
export interface Visit {
  readonly path: string;
  readonly startedAt: number;
  /** When who asked met troubles of its own. */
  readonly troubledAt: readonly number[];
  endedAt: number;
  status: number;
  retryAfterMs: number;
}

export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  /** Where it is not that of the body. */
  readonly etag?: string | undefined;
  readonly location?: string;
}

export type FeedShape = Pick<Site, 'window' | 'hasGuids'>;

/** A publisher: what it has published, and who asked it. */
export class Site {
  readonly host: string;
  readonly publisherId: number;
  readonly pages: readonly Page[];
  /** So many entries its feed shows. */
  readonly window: number;
  /** Whether its entries have names of their own. */
  readonly hasGuids: boolean;
  readonly log: Visit[] = [];
  /** Until then it answers nobody well. */
  downUntil = 0;

  constructor(host: string, publisherId: number, pages: readonly Page[], feed: FeedShape) {
    this.host = host;
    this.publisherId = publisherId;
    this.pages = pages;
    this.window = feed.window;
    this.hasGuids = feed.hasGuids;
  }

  get feedAddress(): string {
    return `https://${this.host}/feed`;
  }

  addressOf({ path }: Page): string {
    return `https://${this.host}${path}`;
  }

  /** What its feed shows at some time, newest first. */
  listed(at: number): readonly Page[] {
    return this.pages
      .filter((it) => it.listedAt <= at)
      .toSorted((a, b) => b.listedAt - a.listedAt)
      .slice(0, this.window);
  }

  versionOf({ correctedAt }: Page, at: number): number {
    return countTo(correctedAt, at);
  }

  reply(path: string, at: number): Reply {
    if (path === ROBOTS) {
      return { status: 200, type: 'text/plain', body: `User-agent: *\nDisallow: ${DENIED}\n` };
    }
    if (path === '/feed') return { status: 200, type: 'application/rss+xml', body: this.#feed(at) };
    const page = this.pages.find((it) => it.path === path);
    if (!page || page.listedAt > at) return { status: 404 };
    switch (page.fate) {
      case 'gone':
        return { status: 410 };
      case 'missing':
        return { status: 404 };
      case 'forbidden':
        return { status: 403 };
      case 'moved':
      case 'barred':
        return { status: 301, location: `https://${this.host}${page.to}` };
      default: {
        const text = textOf(page.text, this.versionOf(page, at));
        const body = pageOf(
          page.fate === 'unwritable' ? refusedText(text) : text,
          page.fate === 'poison' ? 'data-poison' : '',
        ).concat(`${EDITION}${countTo(page.touchedAt, at)} -->`);
        return { status: 200, type: 'text/html; charset=utf-8', body };
      }
    }
  }

  #feed(at: number): string {
    const items = this.listed(at).map((page) => {
      const { title } = textOf(page.text, this.versionOf(page, at));
      const guid = this.hasGuids ? `<guid isPermaLink="false">${page.path}</guid>` : '';
      return `<item><title>${title}</title><link>${this.addressOf(page)}</link>${guid}<description>Edition ${countTo(page.touchedAt, at)} of this</description></item>`;
    });
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>${this.host}</title><link>https://${this.host}/</link>${items.join('')}</channel></rss>`;
  }
}

const countTo = (moments: readonly number[], at: number): number =>
  moments.filter((it) => it <= at).length;
