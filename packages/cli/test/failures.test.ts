import { listRuns } from '@nashra/pipeline';
import { addAddress, addPublisher, testDatabase, testRedis } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { interrupt, runNashra } from './run-nashra.ts';

const database = await testDatabase();
const redis = testRedis();
const nashra = (...args: string[]) =>
  runNashra(args, {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    NASHRA_PREFIX: redis.prefix,
  });

beforeAll(async () => {
  const publisherId = await addPublisher(database.db, { slug: 'sahifa' });
  for (const [host, reason] of [
    ['a.example', 'http_403'],
    ['a.example', 'http_403'],
    ['b.example', 'timeout'],
  ] as const)
    await addAddress(database.db, `https://${host}/${Math.random()}`, publisherId, {
      state: 'dropped',
      reason,
    });
});
afterAll(async () => {
  await redis.clear();
  await database.drop();
});

it('groups failures, shows what a retry would send, sends it, and remembers who did', async () => {
  const { out } = await nashra('failures', 'host:a.example', '--json');
  expect(JSON.parse(out)).toMatchObject({ reason: 'http_403', host: 'a.example', count: 2 });
  const dry = await nashra('retry', 'host:a.example');
  expect(dry.out).toMatch(/^2 would go through again; --yes sends them\./);
  const sent = await nashra('retry', 'host:a.example', '--yes', '--because', 'mended', '--json');
  const ended = JSON.parse(sent.out);
  expect(ended).toMatchObject({ matched: 2, sent: 2, state: 'done', stopped: null, phases: [] });
  expect((await nashra('failures')).out).toMatch(/timeout +b\.example/);
  expect((await nashra('audit')).out).toMatch(/address\.replay +host:a\.example +mended/);
  const back = await nashra('runs', 'undo', String(ended.run), '--json');
  expect(JSON.parse(back.out)).toMatchObject({ state: 'undone', takenBack: 2 });
  const late = await nashra('runs', 'abort', String(ended.run));
  expect([late.code, late.err]).toEqual([1, expect.stringContaining('is undone')]);
  expect((await nashra('runs')).out).toMatch(/retry +host:a\.example +undone/);
  expect((await nashra('discard', 'host:a.example', '--yes')).out).toMatch(/^2 of 2 are set aside/);
  expect((await nashra('failures', 'host:a.example')).out).toMatch(/^None/);
});

it('asks its run to stop when it is interrupted, and says by its code that it was', async () => {
  const publisherId = await addPublisher(database.db, { slug: 'jarida' });
  for (let n = 0; n < 12; n += 1)
    await addAddress(database.db, `https://c.example/${n}`, publisherId, {
      ...{ state: 'dropped', reason: 'http_403' },
    });
  // Nobody is there to send on what it sent: it would wait for ever.
  const running = nashra('retry', 'host:c.example', '--yes', '--because', 'x');
  await interrupt(async () => (await listRuns(database.db, 1))[0]?.sent === 10);
  expect(await running).toMatchObject({
    code: 130,
    out: expect.stringMatching(/^10 of 12 go through again; stopped by you, and what was sent/),
  });
  expect(await listRuns(database.db, 1)).toMatchObject([{ state: 'aborted', wanted: null }]);
});

it.each([
  ['host', /"host" is none of state:…, stage:…, reason:…/],
  ['state:indexed', /none of dropped, quarantined/],
])('names what is wrong with the filter %s', async (filter, says) => {
  const { code, err } = await nashra('retry', filter, '--yes');
  expect([code, err]).toEqual([2, expect.stringMatching(says)]);
});

it('refuses a retry of everything', async () => {
  expect((await nashra('retry', '--yes')).code).toBe(2);
});

it('lets somebody in, and their programs, and writes down who did', async () => {
  const add = await nashra('users', 'add', 'amina', '--role', 'admin', '--json');
  expect(JSON.parse(add.out)).toMatchObject({ name: 'amina', role: 'admin' });
  expect((await nashra('users', 'role', 'amina', 'operator')).out).toMatch(/operator now/);
  expect((await nashra('users', 'list')).out).toMatch(/amina +operator/);
  const made = await nashra('users', 'tokens', 'add', 'amina', '--name', 'pager', '--json');
  expect(JSON.parse(made.out).token).toMatch(/^nashra_[\w-]{43}$/);
  expect((await nashra('users', 'tokens')).out).toMatch(/amina +pager +read/);
  expect((await nashra('audit')).out).toMatch(/user\.add +amina/);
  expect((await nashra('users', 'remove', 'amina')).code).toBe(0);
  const gone = await nashra('users', 'remove', 'amina');
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('There is no amina')]);
  expect((await nashra('users', 'tokens')).out).toMatch(/^None/);
});
