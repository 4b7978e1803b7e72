import { expect, it } from 'vitest';
import { judgeSchema } from './check-database.ts';
import { judgeClock } from './judge-clock.ts';
import { judgePostgres } from './judge-postgres.ts';
import type { PostgresFacts } from './read-postgres.ts';

const well: PostgresFacts = {
  version: 180_004,
  settings: { fsync: 'on', full_page_writes: 'on', autovacuum: 'on' },
  encoding: 'UTF8',
  sessions: 30,
  mostSessions: 197,
  aheadMs: 3,
  isReadOnly: false,
  idleSeconds: 0,
  heldBytes: 0,
  archiveFails: null,
};

it('is content with a server that keeps what it is given', () => {
  expect(judgePostgres(well)).toEqual([expect.objectContaining({ level: 'ok' })]);
});

it.each<[string, Partial<PostgresFacts>, string]>([
  ['too old', { version: 140_012 }, 'Postgres version'],
  ['a replica', { isReadOnly: true }, 'Postgres role'],
  ['in another encoding', { encoding: 'SQL_ASCII' }, 'Postgres encoding'],
  ['without fsync', { settings: { fsync: 'off' } }, 'Postgres fsync'],
  ['with torn pages', { settings: { full_page_writes: 'off' } }, 'Postgres pages'],
  ['without autovacuum', { settings: { autovacuum: 'off' } }, 'Autovacuum'],
  ['with too few sessions', { mostSessions: 20, sessions: 5 }, 'Sessions'],
  ['with no session left', { sessions: 190 }, 'Sessions'],
  ['whose clock is ahead', { aheadMs: 3_600_000 }, 'Clock'],
  ['with a transaction left open', { idleSeconds: 4_000 }, 'Transactions'],
  ['with a slot nobody reads', { heldBytes: 5e9 }, 'Replication'],
  ['whose archive refuses', { archiveFails: '000000010000000000000042' }, 'Archive'],
])('names one %s, with a cure', (_, wrong, name) => {
  const checks = judgePostgres({ ...well, ...wrong });
  expect(checks).toEqual([
    {
      name,
      level: expect.stringMatching(/warn|fail/),
      found: expect.any(String),
      advice: expect.any(String),
    },
  ]);
});

it('says by how much a clock is off, and which way', () => {
  expect(judgeClock('Redis', -61_000)?.found).toBe("that of Redis is 61 s behind this machine's");
  expect(judgeClock('Redis', 900)).toBeNull();
});

it('tells a database of another version from ours', () => {
  expect(judgeSchema(['0001-a'], ['0001-a', '0002-b'])).toMatchObject({
    level: 'fail',
    found: 'lacks 0002-b',
  });
  expect(judgeSchema(['0001-a', '0003-c'], ['0001-a'])).toMatchObject({
    level: 'fail',
    found: 'newer than this program: 0003-c',
  });
  expect(judgeSchema(['0001-a'], ['0001-a'])).toMatchObject({ level: 'ok', found: '0001-a' });
});
