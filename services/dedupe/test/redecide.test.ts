import { mergeStories, type Redecided, redecide, resettle, splitStory } from '@nashra/articles';
import { clearRows } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Ground, openGround, REACH } from './ground.ts';
import { BRIDGE, HARBOUR, LIBRARY } from './texts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());
beforeEach(() => clearRows(ground.db));

const bridge = { title: 'A bridge over the Lukkos is opened', body: BRIDGE };
const cut = { title: 'New bridge in the north', body: `${BRIDGE.slice(0, 330)} …` };
const library = { title: 'The library lends again', body: LIBRARY };
const harbour = { title: 'The harbour takes ships again', body: HARBOUR };

async function publish(slug: string, page: typeof bridge) {
  const [article] = await ground.publish(await ground.parsed(await ground.publisher(slug), page));
  if (!article) throw new Error('nothing was published');
  return article;
}

const window = () => ({
  since: new Date(Date.now() - 3_600_000),
  until: new Date(Date.now() + 1_000),
  ...REACH,
});
async function decideAgain(): Promise<Redecided[]> {
  const all: Redecided[] = [];
  for await (const it of redecide(ground.db, window())) all.push(it);
  return all;
}

/** As if an older rule had decided all that is there. */
const age = async () => await sql`update nashra.signature set rule = '0.0'`.execute(ground.db);

it('changes nothing where the rule says what it said', async () => {
  for (const [slug, page] of Object.entries({ a: bridge, b: cut, c: library }))
    await publish(slug, page);
  expect(await decideAgain()).toEqual([]);
  await age();
  const redecided = await decideAgain();
  expect(redecided.map(({ to }) => to)).toEqual(redecided.map(({ from }) => ({ storyId: from })));
  expect(await resettle(ground.db, redecided)).toEqual({ moved: 0, left: [] });
  expect(await decideAgain()).toEqual([]);
});

it('brings together what an earlier rule told apart, and says so in the changes', async () => {
  const [whole, part] = [await publish('a', bridge), await publish('b', cut)];
  await splitStory(ground.db, [part.id], 'rule');
  const apart = await ground.storyOf(part.id);
  await age();
  const redecided = await decideAgain();
  expect(redecided.at(-1)).toMatchObject({ from: apart, to: { storyId: whole.storyId } });
  expect(await resettle(ground.db, redecided)).toEqual({ moved: 1, left: [] });
  expect(await ground.storyOf(part.id)).toBe(whole.storyId);
  const { rows } = await sql`select kind from reader.changes order by seq desc limit 2`.execute(
    ground.db,
  );
  expect(rows).toContainEqual({ kind: 'story_merged' });
});

it('takes apart what an earlier rule told as one, those that belong together staying so', async () => {
  const first = await publish('a', library);
  const [second, third] = [await publish('b', bridge), await publish('c', cut)];
  await mergeStories(ground.db, { from: second.storyId, into: first.storyId }, 'rule');
  await age();
  await resettle(ground.db, await decideAgain());
  const stories = await Promise.all([first, second, third].map(({ id }) => ground.storyOf(id)));
  expect(stories[0]).toBe(first.storyId);
  expect(stories[1]).toBe(stories[2]);
  expect(stories[1]).not.toBe(stories[0]);
});

it('leaves what people decided', async () => {
  const [one, other] = [await publish('a', library), await publish('b', harbour)];
  await mergeStories(ground.db, { from: other.storyId, into: one.storyId });
  await age();
  expect(await decideAgain()).toEqual([]);
});
