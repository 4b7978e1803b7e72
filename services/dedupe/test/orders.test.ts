import { mergeByHand, splitByHand } from '@nashra/articles';
import { clearRows, putAddress } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { BRIDGE, LIBRARY } from './texts.ts';

let ground: Ground;
let publishers: readonly number[];
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());
beforeEach(async () => {
  await clearRows(ground.db);
  publishers = await Promise.all(['a', 'b', 'c', 'd'].map((it) => ground.publisher(it)));
});

const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const lead =
  'Families on both banks had waited for this day, and many of them came with flags and drums long before the ribbon was cut.';
const cut = `${BRIDGE.slice(0, 330)} …`;
/** What four houses make of one dispatch: whole, cut, with a paragraph of their own, under another headline. */
const COPIES = [
  { title: 'A bridge over the Lukkos is opened', body: BRIDGE, publishedAt: at(240) },
  { title: 'New bridge in the north', body: cut, publishedAt: at(180) },
  { title: 'Two banks are one town', body: `${lead}\n\n${BRIDGE}`, publishedAt: at(120) },
  { title: 'Traders welcome five minutes’ way', body: BRIDGE, publishedAt: at(60) },
];
/** A part of the 24, so that the suite stays short; each of the four is first and last in one of them. */
const ORDERS = permutations([0, 1, 2, 3]).filter((_, at) => at % 5 === 0);
const act = { actor: 'test', reason: 'it is so' };

it('makes one story of four copies in whatever order they come, one whole text for all of them', async () => {
  const told: string[] = [];
  for (const order of ORDERS) {
    await clearRows(ground.db);
    publishers = await Promise.all(['a', 'b', 'c', 'd'].map((it) => ground.publisher(it)));
    for (const place of order) await ground.publish(await parsed(place));
    told.push(JSON.stringify(await shown()));
  }
  expect([...new Set(told)]).toEqual([JSON.stringify([{ articles: 4, isCut: false }])]);
});

it('makes one story of four copies that are taken up at the same instant', async () => {
  for (const order of ORDERS.slice(0, 2)) {
    await clearRows(ground.db);
    publishers = await Promise.all(['a', 'b', 'c', 'd'].map((it) => ground.publisher(it)));
    const ids: number[] = [];
    for (const place of order) ids.push(await parsed(place));
    await Promise.all(ids.map((id) => ground.publish(id)));
    expect(await shown()).toEqual([{ articles: 4, isCut: false }]);
  }
});

it('leaves what the desk took apart or brought together where it is when further copies come', async () => {
  const { db } = ground;
  const [first] = await ground.publish(await parsed(0));
  const [second] = await ground.publish(await parsed(1));
  expect(second?.storyId).toBe(first?.storyId);
  const split = await db.transaction().execute((tx) => splitByHand(tx, [second?.id ?? 0], act));
  const [third] = await ground.publish(await parsed(2));
  expect(third?.storyId).toBe(first?.storyId);
  expect(await ground.storyOf(second?.id ?? 0)).toBe(split.storyId);

  const library = { title: 'The library lends again', body: LIBRARY };
  const [other] = await ground.publish(await ground.parsed(publishers[0] ?? 0, library));
  const [from, into] = [other?.storyId ?? 0, first?.storyId ?? 0];
  await db.transaction().execute((tx) => mergeByHand(tx, { from, into }, act));
  const [fourth] = await ground.publish(await parsed(3));
  const [again] = await ground.publish(await ground.parsed(publishers[1] ?? 0, library));
  expect([fourth?.storyId, again?.storyId]).toEqual([into, into]);
  expect(await ground.storyOf(second?.id ?? 0)).toBe(split.storyId);
});

it('shows a correction of the text that stands for its story', async () => {
  const address = await parsed(0);
  const [first] = await ground.publish(address);
  await ground.publish(await parsed(1));
  const corrected = BRIDGE.replace('42 million', '24 million');
  await putAddress(ground.db, address, 'parsed');
  await ground.saveDraft(address, { ...(COPIES[0] ?? { title: '', body: '' }), body: corrected });
  await ground.publish(address);
  const { rows } = await sql<{ article_id: number; body: string }>`
    select h.article_id, a.body from reader.headlines h join reader.articles a on a.id = h.article_id`.execute(
    ground.db,
  );
  expect(rows).toEqual([{ article_id: first?.id, body: corrected }]);
});

function parsed(place: number): Promise<number> {
  const page = COPIES[place] ?? { title: '', body: '' };
  return ground.parsed(publishers[place] ?? 0, page);
}

async function shown(): Promise<unknown[]> {
  const { rows } = await sql`
    select s.articles, a.title = ${COPIES[1]?.title ?? ''} as "isCut"
    from nashra.story s join reader.articles a on a.id = s.representative_id`.execute(ground.db);
  return rows;
}

function permutations(places: readonly number[]): number[][] {
  if (places.length < 2) return [[...places]];
  return places.flatMap((first) =>
    permutations(places.filter((it) => it !== first)).map((rest) => [first, ...rest]),
  );
}
