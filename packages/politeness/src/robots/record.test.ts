import { describe, expect, it } from 'vitest';
import { type RobotsRecord, recordFrom } from './record.ts';

const ages = { ttlMs: 1_000, retryMs: 100, giveUpMs: 10_000 };
const text = Buffer.from('user-agent: *\ndisallow: /x');
const record = (
  got: number | 'DNS' | 'TOO_MANY_REDIRECTS',
  previous: RobotsRecord | null = null,
  now = 0,
) =>
  recordFrom(
    typeof got === 'string' ? got : { status: got, body: text },
    previous,
    'nashra',
    ages,
    now,
  );

it.each<[Parameters<typeof record>[0], RobotsRecord['state'], number]>([
  [200, 'found', 1_000],
  [404, 'none', 1_000],
  [403, 'none', 1_000],
  [410, 'none', 1_000],
  [429, 'unreachable', 100],
  [500, 'unreachable', 100],
  [503, 'unreachable', 100],
  [302, 'unreachable', 100],
  ['DNS', 'unreachable', 100],
  ['TOO_MANY_REDIRECTS', 'none', 1_000],
])('%s makes it %s for %i ms', (status, state, freshUntil) => {
  expect(record(status)).toMatchObject({ state, freshUntil });
});

it('holds for an hour where it shuts the whole site, which may be a mistake', () => {
  const day = { ...ages, ttlMs: 86_400_000 };
  const holds = (rules: string) => {
    const body = Buffer.from(`user-agent: *\n${rules}`);
    return recordFrom({ status: 200, body }, null, 'nashra', day, 0).freshUntil;
  };
  expect(holds('disallow: /')).toBe(3_600_000);
  expect(holds('disallow: /x')).toBe(86_400_000);
  expect(holds('disallow: /\nallow: /$')).toBe(86_400_000);
});

it('keeps to the last rules while a page stands in their place, and asks again soon', () => {
  const page = Buffer.from('\n<!DOCTYPE html><html><body>We will be back</body></html>');
  const meets = (previous: RobotsRecord | null) =>
    recordFrom({ status: 200, body: page }, previous, 'nashra', ages, 0);
  expect(meets(record(200))).toMatchObject({ state: 'found', freshUntil: 100 });
  expect(meets(record(200)).policy.rules).toHaveLength(1);
  expect(meets(null).state).toBe('none');
});

it('asks again within the hour for rules that are no longer there', () => {
  const day = { ...ages, ttlMs: 86_400_000 };
  const meets = (status: number, body: string) =>
    recordFrom({ status, body: Buffer.from(body) }, record(200), 'nashra', day, 0).freshUntil;
  expect(meets(404, '')).toBe(3_600_000);
  expect(meets(200, '')).toBe(3_600_000);
  expect(meets(200, 'user-agent: *\ndisallow: /y')).toBe(86_400_000);
});

describe('out of reach', () => {
  it('the last good copy goes on', () => {
    const again = record(500, record(200), 5_000);
    expect(again).toMatchObject({ state: 'found', freshUntil: 5_100, unreachableSince: 5_000 });
    expect(again.policy.rules).toHaveLength(1);
  });

  it('the clock runs from the first failure', () => {
    expect(record(500, record(500, null, 10), 500).unreachableSince).toBe(10);
  });

  it('for too long it counts as absent, yet is tried again soon', () => {
    expect(record(500, record(500), 10_001)).toMatchObject({ state: 'none', freshUntil: 10_101 });
  });

  it('the cause is told', () => {
    expect(record('DNS').cause).toBe('DNS');
    expect(record(503).cause).toBe('HTTP_503');
  });

  it('one success forgets the failures', () => {
    expect(record(200, record(500))).toMatchObject({ state: 'found', unreachableSince: null });
  });
});
