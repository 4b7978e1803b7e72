import pc from 'picocolors';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { openSystemDb } from '../system/find-system.ts';
import { type ListedFeed, listFeeds } from './list-feeds.ts';

export interface ListOptions {
  readonly publisher?: string;
  readonly failing?: true;
  readonly json?: true;
}

export async function runList(options: ListOptions): Promise<void> {
  await using db = openSystemDb();
  const all = await listFeeds(db, options.publisher);
  const feeds = options.failing ? all.filter(({ failures }) => failures > 0) : all;
  if (options.json) for (const feed of feeds) printJson(feed);
  else if (feeds.length === 0) print('No sources.');
  else print(table(feeds.map(row), HEAD));
}

const HEAD = ['publisher', 'state', 'failures', 'seen', 'new', 'last success', 'next poll', 'feed'];

function row(feed: ListedFeed): (string | number)[] {
  const paused = feed.state === 'paused' || feed.publisherState === 'paused';
  const failing = feed.failures > 0;
  const state = paused ? pc.dim('paused') : failing ? pc.red(feed.lastReason ?? 'failing') : 'ok';
  return [
    feed.publisher,
    state,
    feed.failures,
    feed.entriesSeen,
    feed.entriesNew,
    ago(feed.lastSuccessAt),
    paused ? '' : ago(feed.nextPollAt),
    [feed.address, oneLine(feed.title ?? feed.nameNative ?? feed.name, 40)].join('  '),
  ];
}
