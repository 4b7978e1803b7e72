import type { Task } from '@nashra/db';
import { createLogger } from '@nashra/log';
import { type TestDatabase, testDatabase, waitFor } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepHouse } from '../src/maintenance/keep-house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A task that has so much to do, step by step; `steps` is how often it was asked. */
function taskOf(name: string, removed: readonly number[], restMs?: number) {
  let steps = 0;
  const task: Task = {
    name,
    everyMs: 1,
    ...(restMs && { restMs }),
    step: async () => ({ removed: removed[steps++] ?? 0 }),
  };
  return { task, steps: () => steps };
}

it('lets a task rest that has nothing to do, and no other', async () => {
  const [resting, busy] = [taskOf('resting', [3, 2, 0], 3_600_000), taskOf('busy', [])];
  await using _house = keepHouse(
    database.db,
    [resting.task, busy.task],
    createLogger('test', 'silent'),
  );
  await waitFor(async () => busy.steps() >= 8, { what: 'eight steps' });
  expect(resting.steps()).toBe(3);
});
