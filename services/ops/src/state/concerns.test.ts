import type { FailureGroup } from '@nashra/ledger';
import { NO_TICK, PAUSED, STANDS } from '@nashra/pipeline';
import { expect, it } from 'vitest';
import { type ConcernFacts, concernsOf } from './concerns.ts';

const at = new Date('2026-03-01T10:00:00Z');
const nothing: ConcernFacts = {
  troubles: [],
  brakes: [],
  groups: [],
  guards: [],
  runs: [],
  sources: [],
  oldest: {},
  pulse: { lastHour: 0, usual: 0, perHour: [], lag: null },
  quarantined: 0,
  objective: 1_800,
};

function group(trend: readonly number[], host = 'a.ma'): FailureGroup {
  const hours = [...Array.from({ length: 24 - trend.length }, () => 0), ...trend];
  return {
    ...{ state: 'dropped', stage: 'fetch', reason: 'http_403', host, error: null, errorKey: null },
    ...{ count: 100, firstAt: at, lastAt: at, trend: hours, example: 'x', exampleId: 1, again: 0 },
  } as FailureGroup;
}

const kinds = (facts: Partial<ConcernFacts>) =>
  concernsOf({ ...nothing, ...facts }).map(({ is }) => is);

it('says nothing where nothing is', () => {
  expect(kinds({})).toEqual([]);
});

it('names what stands still before all else, by where it is mended', () => {
  const troubles = [
    { where: 'fetch', what: PAUSED, since: null },
    { where: 'parse', what: STANDS, since: null },
    { where: 'scheduler', what: NO_TICK, since: null },
    { where: 'disk', what: 'no space left', since: at },
  ];
  const found = concernsOf({ ...nothing, troubles, quarantined: 3 });
  expect(found.map(({ is }) => is)).toEqual(['paused', 'stands', 'noTick', 'other', 'quarantine']);
  expect(found[0]?.href).toBe('/queues/queue/fetch');
});

it('says what holds the release back', () => {
  const brakes = [
    { where: 'index', jobs: 400, newsGoesOn: false } as const,
    { where: 'redis', share: 0.9 } as const,
  ];
  const found = concernsOf({ ...nothing, brakes });
  expect(found.map(({ is, href }) => [is, href])).toEqual([
    ['held', '/queues/queue/index'],
    ['held', '/queues'],
  ]);
});

it.each([
  ['a host that closes its door', [20_000], true],
  ['the same over the turn of an hour', [15_000, 5_000], true],
  ['a few pages that are gone', [4], false],
  ['what fails every hour alike', Array.from({ length: 24 }, () => 100), false],
  ['what has stopped growing', [20_000, 0, 0], false],
])('%s: %s grows, %s', (_, trend, grows) => {
  expect(kinds({ groups: [group(trend)] })).toEqual(grows ? ['growing'] : []);
});

it('leads from a growing group to that group and no other', () => {
  const [concern] = concernsOf({ ...nothing, groups: [group([500])] });
  expect(decodeURIComponent(concern?.href ?? '')).toContain(
    'state:dropped+stage:fetch+reason:http_403+host:a.ma',
  );
});

it('names lateness against its objective, and what waits long for a stage', () => {
  const lag = (p95: number) => ({ ...nothing.pulse, lag: { p50: 60, p95 } });
  expect(kinds({ pulse: lag(1_799), oldest: { parse: 800 } })).toEqual([]);
  expect(kinds({ pulse: lag(1_801), oldest: { parse: 1_000 } })).toEqual(['backlog', 'lag']);
});

it('names a publisher that is held or was told of, and none that nobody watches', () => {
  const guard = {
    ...{ publisherId: 1, publisher: 'good', name: 'Good', told: null, toldAt: at, since: null },
    state: 'held',
  } as const;
  const guards = [guard, { ...guard, state: 'watching' }, { ...guard, state: 'off' }] as const;
  const found = concernsOf({ ...nothing, guards });
  expect(found.map(({ is, href }) => [is, href])).toEqual([
    ['guard', '/guards?of=good'],
    ['guard', '/guards?of=good'],
  ]);
});
