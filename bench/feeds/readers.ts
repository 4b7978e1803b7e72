import { Readable } from 'node:stream';
import { parseFeed as nashra } from '@nashra/feeds';
import { parseFeed as rowanmanning } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseFeed as feedsmith } from 'feedsmith';
import RssParser from 'rss-parser';

/** Bytes to the number of items a reader finds; what it throws counts against it. */
export type CountItems = (bytes: Buffer) => number | Promise<number>;

const url = 'https://example.org/feed';

/** The readers to compare, each used as its own documentation says. */
export const readers: Record<string, CountItems> = {
  nashra: (bytes) => nashra(bytes, { url }).entries.length,
  feedsmith: (bytes) => {
    const { feed } = feedsmith(bytes.toString('utf8'));
    return ('items' in feed ? feed.items : 'entries' in feed ? feed.entries : [])?.length ?? 0;
  },
  'rss-parser': async (bytes) => {
    const feed = new RssParser().parseString(bytes.toString('utf8'));
    return (await orTimeout(feed)).items.length;
  },
  feedparser: (bytes) => orTimeout(countStreamed(bytes)),
  // Its fields are getters: only toJSON reads them.
  '@rowanmanning/feed-parser': (bytes) =>
    rowanmanning(bytes.toString('utf8')).toJSON().items.length,
};

function countStreamed(bytes: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let items = 0;
    const parser = new FeedParser({ feedurl: url });
    parser.on('error', reject);
    parser.on('data', () => {
      items += 1;
    });
    parser.on('end', () => resolve(items));
    Readable.from([bytes]).pipe(parser);
  });
}

/** Some promises never settle. */
async function orTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in 5 s')), 5_000);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
