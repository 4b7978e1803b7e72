import { openHabitBook } from '@nashra/articles';
import { clearRows } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { invented } from './texts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());
beforeEach(() => clearRows(ground.db));

const HOUR = 3_600_000;
let serial = 0;

/** Articles of a publisher whose clock is so far ahead. */
async function publish(publisherId: number, count: number): Promise<void> {
  const publishedAt = new Date(Date.now() - HOUR).toISOString();
  const ids = await Promise.all(
    Array.from({ length: count }, () => {
      serial += 1;
      return ground.parsed(publisherId, {
        title: `Report number ${serial}`,
        body: invented(serial),
        publishedAt,
      });
    }),
  );
  await ground.publish(...ids);
}

const seen = (publisherId: number, ago: string) =>
  sql`update nashra.signature s set seen_at = s.published_at + ${ago}::interval
    from nashra.article a where a.id = s.article_id and a.publisher_id = ${publisherId}`.execute(
    ground.db,
  );

it('remembers for a while how the clock of a publisher is wrong, once forty articles have told', async () => {
  let now = Date.now();
  const book = openHabitBook(() => now);
  const [many, few] = [await ground.publisher('many'), await ground.publisher('few')];
  await publish(many, 40);
  await publish(few, 10);
  for (const id of [many, few]) await seen(id, '-1 hour');
  const both = new Set([many, few]);
  const before = await book.of(ground.db, both);
  expect(before.get(many)?.skewMs).toBe(HOUR);
  expect(before.get(few)?.skewMs).toBe(HOUR);
  for (const id of both) await seen(id, '5 minutes');
  const after = await book.of(ground.db, both);
  expect([after.get(many)?.skewMs, after.get(few)?.skewMs]).toEqual([HOUR, 0]);
  now += HOUR;
  expect((await book.of(ground.db, both)).get(many)?.skewMs).toBe(0);
  expect((await book.of(ground.db, new Set())).size).toBe(0);
});
