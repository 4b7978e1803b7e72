import type { FinalState } from '@nashra/db';
import { findReplayable, REASONS, replay } from '@nashra/ledger';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, oneLine, print, printJson } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { openSystem, type System } from '../system/find-system.ts';
import { addressIdsOf, describeAddresses } from './addresses.ts';

export interface ReplayOptions {
  readonly state?: FinalState[];
  readonly reason?: string[];
  readonly publisher?: string;
  readonly address?: string[];
  readonly from: 'fetch' | 'parse';
  readonly limit: number;
  readonly yes?: true;
  readonly json?: true;
}

const BATCH = 500;

export async function runReplay(options: ReplayOptions): Promise<void> {
  const { state, reason, publisher, address, from, limit } = options;
  checkReasons(reason);
  await using system = await openSystem();
  const ids = await findReplayable(system.db, {
    ...(state && { states: state }),
    ...(reason && { reasons: reason }),
    ...(publisher !== undefined && { publisher }),
    ...(address && { addressIds: await addressIdsOf(system.db, address) }),
    limit,
  });
  const replayed = options.yes ? await replayAll(system, ids, from) : 0;
  if (options.json) return printJson({ matched: ids.length, replayed });
  if (options.yes) return print(`${replayed} of ${ids.length} addresses go through again.`);
  if (ids.length === 0) return print('No address matches.');
  const sample = await describeAddresses(system.db, ids.slice(0, 10));
  print(table(sample.map((it) => [it.state, it.reason ?? '', oneLine(it.address)])));
  const more = ids.length > sample.length ? ` (${ids.length - sample.length} more not shown)` : '';
  note(`${ids.length} addresses match${more}. Add --yes to send them through again.`);
}

async function replayAll(
  { db, queues }: System,
  ids: readonly number[],
  from: 'fetch' | 'parse',
): Promise<number> {
  using progress = startProgress('replaying', ids.length);
  let replayed = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const moved = await replay(db, batch, from);
    // What is to be fetched the scheduler releases; what lies in store may be read at once.
    if (from === 'parse') {
      const jobs = moved.map((addressId) => ({ payload: { addressId } }));
      await queues.pushMany('parse', jobs);
    }
    replayed += moved.length;
    progress.add(batch.length);
  }
  return replayed;
}

function checkReasons(codes: readonly string[] = []): void {
  const wrong = codes.filter((code) => !(code in REASONS || /^http_\d{3}$/.test(code)));
  if (wrong.length === 0) return;
  const all = Object.keys(REASONS).join(', ');
  throw new CliError(
    `No such reason: ${wrong.join(', ')}. There are ${all} and http_<status>.`,
    EXIT.usage,
  );
}
