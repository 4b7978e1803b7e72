import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLogger } from '@nashra/log';
import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bell, readBells } from '../src/alarms/bells.ts';
import { type Watch, watchOnce } from '../src/alarms/keep-watch.ts';
import { readQuiet } from '../src/alarms/quiet.ts';
import type { Concern } from '../src/state/concerns.ts';

let database: TestDatabase;
let told: string[][];
let concerns: Concern[];
let isDeaf = false;
const bell: Bell = {
  name: 'a bell',
  async ring(_, lines) {
    if (isDeaf) throw new Error('nobody answers');
    told.push([...lines]);
  },
};
const paused: Concern = { is: 'paused', where: 'fetch', href: '/', since: null };
const disk: Concern = { is: 'other', where: 'disk', what: 'no space left', href: '/', since: null };
const silentOf = (...names: string[]): Concern => ({
  ...{ is: 'sources', where: '', href: '/', since: null, health: 'silent', n: names.length },
  of: names.map((name) => ({ id: name.charCodeAt(0), name })),
});
const silent = silentOf('A', 'B');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.deleteFrom('alarm').execute();
  told = [];
  concerns = [];
  isDeaf = false;
});

const watch = (more: Partial<Watch> = {}): Watch => ({
  ...{ db: database.db, bells: [bell], quiet: null, log: silentLogger },
  concerns: async () => concerns,
  ...more,
});

it('tells of all that begins together, once, and once when it is over', async () => {
  concerns = [paused, disk];
  for (let looks = 0; looks < 3; looks += 1) await watchOnce(watch());
  expect(told).toHaveLength(1);
  expect(told[0]?.toSorted()).toEqual([
    '• disk: no space left',
    expect.stringMatching(/^• fetch: The queue is paused/),
  ]);
  concerns = [disk];
  await watchOnce(watch());
  expect(told).toHaveLength(1);
  concerns = [];
  for (let looks = 0; looks < 3; looks += 1) await watchOnce(watch(), { overMs: -1 });
  expect(told.slice(1).flat().toSorted()).toEqual([
    expect.stringMatching(/^✓ over: disk/),
    expect.stringMatching(/^✓ over: fetch/),
  ]);
});

it('lets the night be quiet but for what stands still, and tells of the rest in the morning', async () => {
  const quiet = readQuiet('22-7');
  concerns = [paused, silent];
  await watchOnce(watch({ quiet }), { now: new Date('2026-03-01T23:00:00Z') });
  expect(told).toEqual([[expect.stringContaining('fetch')]]);
  await watchOnce(watch({ quiet }), { now: new Date('2026-03-02T07:00:00Z') });
  expect(told[1]?.toSorted()).toEqual(['• A: silent', '• B: silent']);
});

it('tells of a source that falls silent while another is', async () => {
  concerns = [silentOf('A')];
  await watchOnce(watch());
  concerns = [silentOf('A', 'B')];
  await watchOnce(watch());
  expect(told).toEqual([['• A: silent'], ['• B: silent']]);
});

it('tells of many sources of a kind in one line', async () => {
  concerns = [silentOf(...'ABCDEFGHIJKLMN')];
  await watchOnce(watch());
  expect(told).toHaveLength(1);
  expect(told[0]).toHaveLength(1);
  expect(told[0]?.[0]).toMatch(/^• 14 sources are silent: \w(?:, \w){9}, and 4 more$/);
});

it('keeps to the quiet where something is over, too', async () => {
  const quiet = readQuiet('22-7');
  concerns = [paused, silent];
  await watchOnce(watch({ quiet }), { now: new Date('2026-03-01T21:00:00Z') });
  concerns = [];
  const night = { now: new Date('2026-03-01T23:00:00Z'), overMs: -1 };
  await watchOnce(watch({ quiet }), night);
  expect(told.slice(1)).toEqual([[expect.stringMatching(/^✓ over: fetch/)]]);
  await watchOnce(watch({ quiet }), { ...night, now: new Date('2026-03-02T08:00:00Z') });
  expect(told[2]).toHaveLength(2);
});

it('says nothing of what was over before anybody was told', async () => {
  concerns = [silent];
  await watchOnce(watch({ quiet: readQuiet('22-7') }), { now: new Date('2026-03-01T23:00:00Z') });
  concerns = [];
  await watchOnce(watch(), { overMs: -1 });
  expect(told).toEqual([]);
});

it('tells again what could not be told', async () => {
  isDeaf = true;
  concerns = [disk];
  await watchOnce(watch());
  isDeaf = false;
  await watchOnce(watch());
  expect(told).toEqual([['• disk: no space left']]);
});

it('tells once, however many watch', async () => {
  concerns = [paused];
  await Promise.all(Array.from({ length: 4 }, () => watchOnce(watch())));
  expect(told).toHaveLength(1);
});

it('posts in the forms that others take', async () => {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(JSON.parse(body));
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  const bells = readBells(`webhook:${at} slack:${at} telegram:${at}?chat_id=1`);
  for (const it of bells) await it.ring('Nashra: 1 to look at', ['• <b>a</b>']);
  server.close();
  expect(bodies).toEqual([
    expect.objectContaining({ subject: 'Nashra: 1 to look at', lines: ['• <b>a</b>'] }),
    { text: 'Nashra: 1 to look at\n• &lt;b&gt;a&lt;/b&gt;' },
    { text: 'Nashra: 1 to look at\n• <b>a</b>', disable_web_page_preview: true },
  ]);
});
