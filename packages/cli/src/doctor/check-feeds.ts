import type { Db } from '@nashra/db';
import { listSources, outageOf, type Source } from '@nashra/sources';
import { type Check, ok, warn } from './check.ts';

/** Whether feeds answer: when nearly none does, for one reason, it is likely this machine that is cut off. */
export async function checkFeeds(db: Db): Promise<Check> {
  const sources = await listSources(db);
  if (sources.length === 0)
    return warn('Feeds', 'none', 'Nothing is watched yet: "nashra sources add <homepage>".');
  if (sources.every(({ health }) => health === 'paused'))
    return warn('Feeds', 'all are paused', 'Resume them: "nashra sources resume <publisher>".');
  const asked = sources.filter(isAsked);
  const outage = outageLine(asked);
  if (outage) return { name: 'Feeds', level: 'warn', found: outage };
  const failing = asked.filter(({ failures }) => failures > 0).length;
  const found = `${asked.length} asked so far, ${failing} failing`;
  const doubtful = asked.filter(({ evidence }) => evidence !== null);
  if (doubtful.length === 0) return ok('Feeds', found);
  return { name: 'Feeds', level: 'warn', found: [found, ...doubts(doubtful)].join('; ') };
}

const MOST_DOUBTS = 5;

/** Feeds that answer, and may hide something: with what speaks for it. */
function doubts(feeds: readonly Source[]): string[] {
  const named = feeds
    .slice(0, MOST_DOUBTS)
    .map(({ address, health, evidence }) => `${address} is ${health}: ${evidence}`);
  const more = feeds.length - named.length;
  return more > 0 ? [...named, `and ${more} more (nashra sources list)`] : named;
}

/** One line about it, or undefined while feeds answer. */
export async function readOutage(db: Db): Promise<string | undefined> {
  return outageLine((await listSources(db)).filter(isAsked));
}

function outageLine(asked: readonly Source[]): string | undefined {
  const reason = outageOf(asked);
  return reason ? `nearly all feeds fail: ${reason} — is this machine online?` : undefined;
}

/** Those of whom a poll has told something, good or bad. */
function isAsked({ health, failures, lastSuccessAt }: Source): boolean {
  return health !== 'paused' && (failures > 0 || lastSuccessAt !== null);
}
