import { changeStorm, testDatabase } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { followChanges, openReader } from '../src/index.ts';

it('skips nothing and gives nothing twice, whoever commits when, and whoever is ended', async () => {
  const database = await testDatabase();
  try {
    await using reader = openReader(database.url, { poolSize: 4 });
    const { written, seen, kills, restarts } = await changeStorm({
      url: database.url,
      events: 300,
      writers: 16,
      readers: 4,
      delayMs: 10,
      killEveryMs: 150,
      follow: (after, signal) => followChanges(reader, { after, signal, batch: 50, idleMs: 500 }),
    });
    expect(written.length).toBeGreaterThanOrEqual(300);
    for (const seqs of seen) expect(seqs).toEqual(written);
    expect(kills).toBeGreaterThan(0);
    expect(restarts).toBeGreaterThanOrEqual(4);
  } finally {
    await database.drop();
  }
}, 120_000);
