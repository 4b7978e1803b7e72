import { findFailures, groupFailures, readFailureFilter } from '@nashra/ledger';
import { retryInPhases } from '@nashra/pipeline';
import { addAddress, addPublisher } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openStand } from './stand.ts';

const stand = await openStand();
const { db } = stand;
afterAll(() => stand[Symbol.asyncDispose]());

const act = { actor: 'test', reason: 'the outage is over' };
const everything = readFailureFilter('');
let serial = 0;

beforeEach(async () => {
  await stand.clear();
  const publisherId = await addPublisher(db, { slug: 'sahifa' });
  await fail(publisherId, 30, 'a.example', 'http_403');
  await fail(publisherId, 5, 'b.example', 'timeout');
});

async function fail(publisherId: number, count: number, host: string, reason: string) {
  for (let n = 0; n < count; n += 1) {
    serial += 1;
    await addAddress(db, `https://${host}/${serial}`, publisherId, { state: 'dropped', reason });
  }
}

/** What the stages would make of all that waits, again and again until told to stop. */
async function world(becomes: 'indexed' | 'dropped', signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sql`with gone as (delete from nashra.flight returning address_id)
      update nashra.address set state = ${becomes}, reason = ${becomes === 'dropped' ? 'http_403' : null}
      where id in (select address_id from gone)`.execute(db);
  }
}

async function retryAll(becomes: 'indexed' | 'dropped', isWhole = false) {
  const stop = new AbortController();
  const turning = world(becomes, stop.signal);
  const phases: number[] = [];
  const ids = await findFailures(db, readFailureFilter('host:a.example'), 1_000);
  const retried = await retryInPhases(stand, ids, {
    filter: 'host:a.example',
    act,
    isWhole,
    onPhase: ({ sent }) => phases.push(sent),
  });
  stop.abort();
  await turning;
  return { ...retried, phases };
}

it('groups failures by state, reason and host, the largest first', async () => {
  expect(await groupFailures(db, everything, 10)).toMatchObject([
    { state: 'dropped', reason: 'http_403', host: 'a.example', count: 30 },
    { state: 'dropped', reason: 'timeout', host: 'b.example', count: 5 },
  ]);
  expect(await groupFailures(db, readFailureFilter('reason:timeout since:1h'), 10)).toHaveLength(1);
  expect(await groupFailures(db, readFailureFilter('state:quarantined'), 10)).toEqual([]);
});

it('sends ten, then a tenth, then the rest, when they do well', async () => {
  expect(await retryAll('indexed')).toEqual({ sent: 30, stopped: null, phases: [10, 3] });
  expect(await groupFailures(db, everything, 10)).toMatchObject([{ host: 'b.example', count: 5 }]);
  const { rows } = await sql<{ subject: string; reason: string }>`
    select subject, reason from nashra.audit where action = 'address.replay'`.execute(db);
  expect(new Set(rows.map((row) => `${row.subject}, ${row.reason}`))).toEqual(
    new Set(['host:a.example, the outage is over']),
  );
});

it('stops after ten when the cause still stands', async () => {
  expect(await retryAll('dropped')).toEqual({ sent: 10, stopped: 'failing', phases: [10] });
});

it('sends all at once where that is wanted', async () => {
  expect(await retryAll('dropped', true)).toEqual({ sent: 30, stopped: null, phases: [] });
});

it('stops when somebody says so', async () => {
  const ids = await findFailures(db, everything, 1_000);
  const signal = AbortSignal.abort();
  expect(await retryInPhases(stand, ids, { filter: 'all', act, signal })).toEqual({
    sent: 0,
    stopped: 'aborted',
  });
});
