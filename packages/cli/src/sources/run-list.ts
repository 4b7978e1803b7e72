import {
  type FeedHealth,
  findPublisher,
  listSources,
  NoSuchSourceError,
  type Source,
} from '@nashra/sources';
import pc from 'picocolors';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { openSystemDb } from '../system/find-system.ts';

export interface ListOptions {
  readonly publisher?: string;
  readonly failing?: true;
  readonly health?: readonly FeedHealth[];
  readonly json?: true;
}

export async function runList(options: ListOptions): Promise<void> {
  await using db = openSystemDb();
  const { publisher, failing, health } = options;
  if (publisher !== undefined && !(await findPublisher(db, publisher)))
    throw new NoSuchSourceError(publisher);
  const all = await listSources(db, { publisher });
  const feeds = all.filter(
    (it) => (!failing || it.failures > 0) && (!health || health.includes(it.health)),
  );
  if (options.json) for (const feed of feeds) printJson(feed);
  else if (feeds.length === 0) print('No sources.');
  else print(table(feeds.map(row), HEAD));
}

const TONE: Readonly<Partial<Record<FeedHealth, (text: string) => string>>> = {
  failing: pc.red,
  late: pc.red,
  shaky: pc.yellow,
  empty: pc.yellow,
  overflowing: pc.yellow,
  silent: pc.yellow,
  incomplete: pc.yellow,
  paused: pc.dim,
};

const HEAD = [
  'publisher',
  'health',
  'failures',
  'seen',
  'new',
  'a day',
  'last success',
  'next poll',
  'feed',
];

function row(feed: Source): (string | number)[] {
  const paused = feed.state === 'paused' || feed.publisherState === 'paused';
  const reason = feed.failures > 0 ? feed.lastReason : null;
  const because = [reason, feed.evidence].filter(Boolean).join('; ');
  const why = because ? `${feed.health}: ${because}` : feed.health;
  const state = TONE[feed.health]?.(why) ?? why;
  return [
    feed.publisher,
    state,
    feed.failures,
    feed.entriesSeen,
    feed.entriesNew,
    feed.entriesPerDay === null ? '' : feed.entriesPerDay.toFixed(1),
    ago(feed.lastSuccessAt),
    paused ? '' : ago(feed.nextPollAt),
    [feed.address, oneLine(feed.title ?? feed.nameNative ?? feed.name, 40)].join('  '),
  ];
}
