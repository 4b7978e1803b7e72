import { readAudit } from '@nashra/audit';
import { readTally } from '@nashra/db';
import { findFailures, groupFailures, readFailureFilter, sumFailures } from '@nashra/ledger';
import {
  askForRun,
  askOfRun,
  type BulkOrder,
  type BulkRun,
  listQuarantine,
  quarantine,
  readRun,
  stepRun,
} from '@nashra/pipeline';
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
let publisherId = 0;

beforeEach(async () => {
  await stand.clear();
  publisherId = await addPublisher(db, { slug: 'sahifa' });
  await fail(30, 'a.example', 'http_403');
  await fail(5, 'b.example', 'timeout');
});

async function fail(count: number, host: string, reason: string) {
  const adding = Array.from({ length: count }, () => {
    serial += 1;
    return addAddress(db, `https://${host}/${serial}`, publisherId, { state: 'dropped', reason });
  });
  await Promise.all(adding);
}

type Fate = 'indexed' | 'dropped' | 'stays';

/** What the stages make of all that waits. */
async function world(becomes: Fate): Promise<void> {
  if (becomes === 'stays') return;
  await sql`with gone as (delete from nashra.flight returning address_id)
    update nashra.address set state = ${becomes}, reason = ${becomes === 'dropped' ? 'http_403' : null}
    where id in (select address_id from gone)`.execute(db);
}

/** Steps a run until it ends, or waits in vain. */
async function settle(id: number, fate: Fate, patienceMs?: number): Promise<BulkRun> {
  for (let steps = 0; steps < 100; steps += 1) {
    const stepped = await stepRun(stand, { id, ...(patienceMs !== undefined && { patienceMs }) });
    if (stepped === 'idle') break;
    await world(fate);
  }
  return (await readRun(db, id)) as BulkRun;
}

const order = (given: Partial<BulkOrder> = {}) =>
  askForRun(db, { verb: 'retry', filter: 'host:a.example', ...given }, act);
const count = async (filter = '') => (await sumFailures(db, readFailureFilter(filter))).count;

it('groups failures by state, stage, reason, host and error, the largest first', async () => {
  await fail(2, 'b.example', 'no_text');
  const [id] = await findFailures(db, readFailureFilter('reason:timeout'), 1);
  const message = 'no row 4711 of https://b.example/17 in "x"';
  const job = { payload: { addressId: id }, code: 'UNEXPECTED', message, jobId: '1' };
  await sql`insert into nashra.flight (address_id, state, host, publisher_id) values (${id}, 'parsed', 'b.example', ${publisherId})`.execute(
    db,
  );
  await quarantine(stand, 'dedupe', job);
  const groups = await groupFailures(db, everything, 10);
  expect(groups).toMatchObject([
    { state: 'dropped', stage: 'fetch', reason: 'http_403', host: 'a.example', count: 30 },
    { state: 'dropped', stage: 'fetch', reason: 'timeout', host: 'b.example', count: 4 },
    { state: 'dropped', stage: 'parse', reason: 'no_text', count: 2, error: null },
    {
      state: 'quarantined',
      stage: 'dedupe',
      error: 'UNEXPECTED: no row ‹n› of ‹address› in ‹text›',
    },
  ]);
  expect(groups[0]?.trend.at(-1)).toBe(30);
  expect(await count(`error:${groups[3]?.errorKey}`)).toBe(1);
  expect(await count('stage:parse')).toBe(2);
  expect(await count('-host:a.example -stage:parse')).toBe(5);
  expect(await count(`-error:${groups[3]?.errorKey}`)).toBe(36);
  expect(await count('reason:timeout since:1h')).toBe(4);
  expect(await sumFailures(db, everything)).toMatchObject({ count: 37, groups: 4 });
});

it('sends ten, then a tenth, then the rest, when they do well; and writes down who asked and how it ended', async () => {
  const run = await settle(await order(), 'indexed');
  expect(run).toMatchObject({ state: 'done', matched: 30, sent: 30, acted: 30 });
  expect(run.phases.map(({ sent }) => sent)).toEqual([10, 3]);
  expect(await groupFailures(db, everything, 10)).toMatchObject([{ host: 'b.example', count: 5 }]);
  const deeds = await readAudit(db, { subject: 'host:a.example', limit: 10 });
  expect(deeds.map(({ action, reason }) => [action, reason])).toEqual([
    ['run.end', act.reason],
    ['address.replay', act.reason],
  ]);
});

it('stops after ten when the cause still stands', async () => {
  const run = await settle(await order(), 'dropped');
  expect(run).toMatchObject({ state: 'stopped', why: 'failing', sent: 10 });
  expect(run.phases).toEqual([{ sent: 10, ended: 10, failed: 10 }]);
  expect(await stepRun(stand)).toBe('idle');
});

it('tells of a phase that was stopped how all of it ended, though what was sent goes on without the run', async () => {
  const id = await order();
  while (((await readRun(db, id))?.sent ?? 0) < 10) await stepRun(stand, { id });
  const some = (ended: number) => sql`with gone as (delete from nashra.flight where address_id in
      (select address_id from nashra.bulk_item where run_id = ${id} and n < ${ended}) returning address_id)
    update nashra.address set state = 'dropped', reason = 'http_403' where id in (select address_id from gone)`;
  await some(3).execute(db);
  expect(await settle(id, 'stays')).toMatchObject({
    ...{ state: 'stopped', why: 'failing' },
    phases: [{ sent: 10, ended: 3, failed: 3 }],
  });
  const later = async () => {
    await sql`update nashra.bulk_run set ended_at = ended_at - interval '1 minute',
      stepped_at = stepped_at - interval '1 minute' where id = ${id}`.execute(db);
    expect(await stepRun(stand)).toBe('idle');
  };
  await some(8).execute(db);
  await later();
  expect((await readRun(db, id))?.phases).toEqual([{ sent: 10, ended: 8, failed: 8 }]);
  await world('indexed');
  await later();
  const whole = [{ sent: 10, ended: 10, failed: 8 }];
  expect((await readRun(db, id))?.phases).toEqual(whole);
  // What another run does to them later is no word about this one.
  await settle(await order({ isWhole: true }), 'indexed');
  await later();
  expect(await readRun(db, id)).toMatchObject({ state: 'stopped', phases: whole });
});

it('stops when nothing ends', async () => {
  expect(await settle(await order(), 'stays', 0)).toMatchObject({ state: 'stopped', why: 'slow' });
});

it('sends all at once where that is wanted', async () => {
  const run = await settle(await order({ isWhole: true }), 'dropped');
  expect(run).toMatchObject({ state: 'done', sent: 30, phases: [] });
});

it('sends no more in a second than its rate', async () => {
  const began = performance.now();
  const id = await order({ isWhole: true, rate: 7 });
  while ((await readRun(db, id))?.sent === 0) await stepRun(stand, { id });
  const sent = (await readRun(db, id))?.sent ?? 0;
  expect(sent).toBeLessThanOrEqual((7 * (performance.now() - began)) / 1_000);
});

it('stops when somebody says so, and takes back what has not begun, its quarantined job too', async () => {
  const [id = 0] = await findFailures(db, readFailureFilter('host:a.example'), 1);
  await sql`insert into nashra.quarantine (queue, payload, code, message, address_id)
    values ('parse', '{}', 'UNEXPECTED', 'x', ${id})`.execute(db);
  const before = await readTally(db);
  const run = await order({ isWhole: true });
  await stepRun(stand);
  await stepRun(stand);
  expect(await count('host:a.example')).toBe(0);
  await sql`with gone as (delete from nashra.flight where address_id <> ${id} returning address_id) select from gone limit 0`.execute(
    db,
  );
  await askOfRun(db, run, 'undo', act).catch((error) => expect(error.code).toBe('RUN_UNFIT'));
  await askOfRun(db, run, 'abort', act);
  expect(await settle(run, 'stays')).toMatchObject({ state: 'aborted', sent: 30 });
  await askOfRun(db, run, 'undo', act);
  expect(await settle(run, 'stays')).toMatchObject({ state: 'undone', takenBack: 1 });
  expect(await count('host:a.example')).toBe(30);
  expect(await listQuarantine(db, { limit: 5, addressId: id })).toMatchObject([{ queue: 'parse' }]);
  expect((await readTally(db)).get('address waiting') ?? 0).toBeGreaterThanOrEqual(
    before.get('address waiting') ?? 0,
  );
});

it.each(['discard', 'quarantine'] as const)(
  'undoes a %s, so that everything stands as before',
  async (verb) => {
    await sql`update nashra.address set again_at = now() + interval '1 hour' where host = 'a.example'`.execute(
      db,
    );
    const [groups, sums] = [await groupFailures(db, everything, 10), await readTally(db)];
    const id = await order({ verb });
    expect(await settle(id, 'stays')).toMatchObject({ state: 'done', acted: 30, phases: [] });
    const { rows } = await sql`select from nashra.address where again_at is not null`.execute(db);
    expect(rows).toEqual([]);
    expect(await count('host:a.example state:dropped')).toBe(0);
    expect(await count('state:quarantined')).toBe(verb === 'discard' ? 0 : 30);
    await askOfRun(db, id, 'undo', act);
    expect(await settle(id, 'stays')).toMatchObject({ state: 'undone', takenBack: 30 });
    expect(await groupFailures(db, everything, 10)).toEqual(groups);
    const nonZero = (tally: ReadonlyMap<string, number>) => [...tally].filter(([, n]) => n !== 0);
    expect(nonZero(await readTally(db)).sort()).toEqual(nonZero(sums).sort());
  },
);

it('goes on where a process died, and several that step it do each address once', async () => {
  const id = await order({ isWhole: true });
  const together = Array.from({ length: 4 }, async () => {
    for (let n = 0; n < 10; n += 1) await stepRun(stand, { id });
  });
  await Promise.all(together);
  expect(await readRun(db, id)).toMatchObject({ state: 'done', acted: 30 });
  const { rows } = await sql`select from nashra.journal where reason = 'replay'`.execute(db);
  expect(rows).toHaveLength(30);
});

it.each([
  [{ filter: ' ' }, 'FILTER_UNFIT'],
  [{ filter: 'host' }, 'FILTER_UNFIT'],
])('refuses %j', async (given, code) => {
  await expect(order(given)).rejects.toMatchObject({ code });
  const unreasoned = { verb: 'retry', filter: 'host:x' } as const;
  await expect(askForRun(db, unreasoned, { actor: 'test' })).rejects.toThrow(/Why/);
});

it('reads kept pages again in phases, behind the news, and not those that are on their way', async () => {
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      addAddress(db, `https://c.example/${n}`, publisherId, { state: 'indexed' }),
    ),
  );
  await sql`update nashra.address set article_id = id, capture_id = id where id = any(${ids.slice(1)}::bigint[])`.execute(
    db,
  );
  const id = await order({ verb: 'reextract', filter: 'publisher:sahifa host:c.example since:1h' });
  const run = await settle(id, 'indexed');
  expect(run).toMatchObject({ state: 'done', matched: 11, acted: 11, of: 2 });
  expect((await stand.queues.counts(['parse'])).parse.waiting).toBeGreaterThan(0);
  await expect(askOfRun(db, id, 'undo', act)).rejects.toThrow(/stays/);
  const wrong = { verb: 'reextract', filter: 'reason:timeout' } as const;
  await expect(order(wrong)).rejects.toThrow(/none of publisher/);
});

it('rests where it is asked to, and goes on from there', async () => {
  const id = await order();
  await stepRun(stand, { id });
  await stepRun(stand, { id });
  await askOfRun(db, id, 'pause', act);
  await stepRun(stand, { id });
  await world('indexed');
  expect(await stepRun(stand, { id })).toBe('idle');
  expect(await readRun(db, id)).toMatchObject({ state: 'paused', sent: 10, wanted: null });
  await askOfRun(db, id, 'resume', act);
  expect(await settle(id, 'indexed')).toMatchObject({ state: 'done', sent: 30 });
  await expect(askOfRun(db, id, 'resume', act)).rejects.toThrow(/is done/);
});
