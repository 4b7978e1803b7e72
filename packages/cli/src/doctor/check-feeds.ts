import type { Db } from '@nashra/db';
import { listSources, outageOf, type Source } from '@nashra/sources';
import { type Check, ok } from './check.ts';

/** Whether feeds answer: when nearly none does, for one reason, it is likely this machine that is cut off. */
export async function checkFeeds(db: Db): Promise<Check> {
  const asked = (await listSources(db)).filter(isAsked);
  const outage = outageLine(asked);
  if (outage) return { name: 'Feeds', level: 'warn', found: outage };
  const failing = asked.filter(({ failures }) => failures > 0).length;
  return ok('Feeds', `${asked.length} asked so far, ${failing} failing`);
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
