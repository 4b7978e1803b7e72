import {
  addAddress,
  addFeed,
  addPublisher,
  answer,
  articlePage,
  type Publisher,
  type Route,
  rss,
  serve,
  startPublisher,
} from '@nashra/testkit';
import type { System } from './system.ts';

/** Pages listed by a feed when a cell begins, and entered when its cause is gone. */
const FIRST = 40;
const LATER = 10;

export interface Load extends AsyncDisposable {
  /** All articles that there must be in the end. */
  expected(): number;
  /** Enters some more, ten by default; their ids. */
  more(count?: number): Promise<readonly number[]>;
  /** Enters some whose pages take so long to be answered. */
  slow(count: number, ms: number): Promise<void>;
  /** Enters some whose host asks to be left alone for two seconds, once for each. */
  busy(count: number): Promise<void>;
  /** Enters a page that will never be an article. */
  bad(html: string): Promise<void>;
}

/** A publisher with a feed, due now. */
export async function startLoad({ db }: System): Promise<Load> {
  const publisher: Publisher = await startPublisher();
  const { origin, routes } = publisher;
  let count = 0;
  let bads = 0;
  const publish = (n: number): string[] =>
    Array.from({ length: n }, () => {
      count += 1;
      const path = `/news/${count}`;
      routes.set(path, serve(articlePage(`Title of ${path}`, `town ${path}`)));
      return path;
    });
  const items = publish(FIRST).map((path) => ({ path, title: `Title of ${path}` }));
  routes.set('/feed', rss(origin, items));
  const publisherId = await addPublisher(db, { slug: 'sahifa', name: 'sahifa' });
  await addFeed(db, `${origin}/feed`, publisherId, { interval_seconds: 3600 });
  return {
    expected: () => count,
    async more(count = LATER) {
      const ids: number[] = [];
      for (const path of publish(count)) {
        ids.push(await addAddress(db, origin + path, publisherId));
      }
      return ids;
    },
    async slow(count, ms) {
      for (const path of publish(count)) {
        const page = routes.get(path) as Route;
        routes.set(path, (...exchange) => void setTimeout(page, ms, ...exchange));
        await addAddress(db, origin + path, publisherId);
      }
    },
    async busy(count) {
      for (const path of publish(count)) {
        const page = routes.get(path) as Route;
        const away: Route = (...exchange) => {
          routes.set(path, page);
          answer(429, { 'retry-after': '2' })(...exchange);
        };
        routes.set(path, away);
        await addAddress(db, origin + path, publisherId);
      }
    },
    async bad(html) {
      bads += 1;
      routes.set(`/bad/${bads}`, serve(html));
      await addAddress(db, `${origin}/bad/${bads}`, publisherId);
    },
    [Symbol.asyncDispose]: () => publisher[Symbol.asyncDispose](),
  };
}
