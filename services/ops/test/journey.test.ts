import { addArticles, addPublisher } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
}, 180_000);
afterAll(() => ground?.[Symbol.asyncDispose]());

it('finds an article by its title, and a story by its id', async () => {
  const { db } = ground;
  const publisherId = await addPublisher(db, { slug: 'titled', name: 'Titled' });
  const [id] = await addArticles(db, [{ publisherId, title: 'The lighthouse keeper retires' }]);
  const cookie = await ground.as('viewer');
  const page = await (await ground.get('/address?of=lighthouse+keeper', { cookie })).text();
  expect(page).toContain(`/address?of=${id}`);
  const { rows } = await sql<{ story: number }>`
    select story_id as story from nashra.article where id = ${id}`.execute(db);
  const story = await ground.get(`/address?of=${rows[0]?.story}`, { cookie });
  expect(story.headers.get('location')).toBe(`/stories?of=${rows[0]?.story}`);
});
