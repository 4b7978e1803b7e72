import { type Act, record } from '@nashra/audit';
import type { Lane, Queryable } from '@nashra/db';
import { depart, findAddresses } from '@nashra/ledger';
import { pushOnward } from './push.ts';
import { forgetQuarantine } from './quarantine-rows.ts';
import { askForRelease } from './release.ts';
import { FINAL_STATES, type Pipeline, stageOf, WAITING } from './way.ts';

/** Where a replay begins: `fetch` asks the network again, `parse` reads the stored bytes. */
export type ReplayFrom = 'fetch' | 'parse';

/**
 * Sends addresses that have ended through again, and writes down who did so, for which filter. Those without stored
 * bytes cannot be read again without the network and stay. Returns the ids that go.
 */
export async function replay(
  pipeline: Pipeline,
  ids: readonly number[],
  { from, filter, act }: { readonly from: ReplayFrom; readonly filter: string; readonly act: Act },
): Promise<number[]> {
  const { db, queues } = pipeline;
  const found = await findAddresses(db, { ids });
  const able = from === 'fetch' ? found : found.filter((it) => it.captureId !== null);
  const moved = await db.transaction().execute(async (tx) => {
    const departed = await sendAgain(
      tx,
      able.map((it) => it.id),
      { from },
    );
    const again = departed.map(({ id }) => id);
    await record(tx, act, {
      action: 'address.replay',
      subject: filter,
      detail: { from, count: again.length, first: again.slice(0, 20) },
    });
    return again;
  });
  const gone = new Set(moved);
  if (from === 'parse') {
    await pushOnward(queues, stageOf(from), moved);
  } else {
    await askForRelease(pipeline, [
      ...new Set(able.filter((it) => gone.has(it.id)).map((it) => it.host)),
    ]);
  }
  return moved;
}

/** Begins new flights of addresses that have ended, within a transaction whose caller then pushes or asks for a release. */
export async function sendAgain(
  tx: Queryable,
  ids: readonly number[],
  { from, lane = 0 }: { readonly from: ReplayFrom; readonly lane?: Lane },
): Promise<{ readonly id: number; readonly host: string }[]> {
  const departed = await depart(tx, {
    ids,
    from: FINAL_STATES,
    to: from === 'fetch' ? { waiting: WAITING } : { at: stageOf(from).takes },
    reason: 'replay',
    whole: true,
    lane,
  });
  await forgetQuarantine(
    tx,
    departed.map(({ id }) => id),
  );
  return departed;
}
