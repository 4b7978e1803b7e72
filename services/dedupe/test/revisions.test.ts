import { writeArticles } from '@nashra/articles';
import { clearRows, putAddress } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { apart } from '../src/apart.ts';
import { type Ground, openGround, type Page } from './ground.ts';
import { BRIDGE, HARBOUR, invented, LIBRARY } from './texts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());
beforeEach(() => clearRows(ground.db));

const publishedAt = new Date(Date.now() - 3_600_000).toISOString();
const bridge = { title: 'A bridge over the Lukkos is opened', body: BRIDGE, publishedAt };
const harbour = { title: 'Fishermen come home', body: HARBOUR };

/** The page of an address says something else now. */
async function saysNow(addressId: number, page: Page): Promise<void> {
  await putAddress(ground.db, addressId, 'parsed');
  await ground.saveDraft(addressId, page);
}

const keysOf = async (articleId: number): Promise<number[]> => {
  const { rows } = await sql<{ key: number }>`
    select key from nashra.candidate_key where article_id = ${articleId} order by key`.execute(
    ground.db,
  );
  return rows.map(({ key }) => key);
};

/** Its row, and which transaction wrote it. */
const signatureOf = async (articleId: number): Promise<unknown> => {
  const { rows } = await sql`
    select xmin, packed, published_at from nashra.signature where article_id = ${articleId}`.execute(
    ground.db,
  );
  return rows;
};

it('has an article found by what it says now, and in its batch already', async () => {
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const address = await ground.parsed(a, bridge);
  const [first] = await ground.publish(address);
  await saysNow(address, harbour);
  const copy = await ground.parsed(b, harbour);
  const [revised, second] = await ground.publish(address, copy);
  expect(revised).toEqual(first);
  expect(second?.storyId).toBe(first?.storyId);
});

it('looks for nobody when a page is read again, and keeps each key of an article once', async () => {
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const address = await ground.parsed(a, bridge);
  const [first] = await ground.publish(address);
  await ground.publish(await ground.parsed(b, harbour));
  const before = await keysOf(first?.id ?? 0);
  const signature = await signatureOf(first?.id ?? 0);
  await saysNow(address, { ...bridge, authors: ['Rachid Amrani'] });
  expect(await ground.publish(address)).toEqual([first]);
  expect(await keysOf(first?.id ?? 0)).toEqual(before);
  expect(await signatureOf(first?.id ?? 0)).toEqual(signature);
  // Its own text is another's by now: an article stays in its story, whatever it says.
  await saysNow(address, harbour);
  expect(await ground.publish(address)).toEqual([first]);
  const after = await keysOf(first?.id ?? 0);
  expect(new Set(after).size).toBe(after.length);
  expect(await signatureOf(first?.id ?? 0)).not.toEqual(signature);
  expect(after.length).toBeGreaterThan(before.length);
});

it('gives a revision no key that too many hold already', async () => {
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const address = await ground.parsed(a, bridge);
  const [first] = await ground.publish(address);
  const [other] = await ground.publish(await ground.parsed(b, harbour));
  const crowded = await keysOf(other?.id ?? 0);
  await sql`insert into nashra.candidate_key (key, article_id) select unnest(${crowded}::int[]), ${other?.id ?? 0}
    from generate_series(1, 201)`.execute(ground.db);
  const before = await keysOf(first?.id ?? 0);
  await saysNow(address, harbour);
  await ground.publish(address);
  expect(await keysOf(first?.id ?? 0)).toEqual(before);
  expect(await ground.db.selectFrom('stop_key').select('key').execute()).toHaveLength(
    new Set(crowded).size,
  );
});

it('decides what stands together, and new articles some at a time', async () => {
  const publisher = await ground.publisher('a');
  const page = (seed: number) => ({ title: `Report ${seed}`, body: invented(seed) });
  const old = await Promise.all([1, 2, 3].map((it) => ground.parsed(publisher, page(it))));
  await ground.publish(...old);
  const fresh = await Promise.all([4, 5, 6].map((it) => ground.parsed(publisher, page(it))));
  const [one, two, three] = fresh;
  expect(await apart(ground.db, [...fresh.slice(0, 1), ...old, ...fresh.slice(1)], 2)).toEqual([
    old,
    [one, two],
    [three],
  ]);
  expect(await apart(ground.db, fresh, 3)).toEqual([fresh]);
  expect(await apart(ground.db, [], 3)).toEqual([]);
});

it('finds by its text what had no signature until it was read again', async () => {
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const library = { title: 'The library lends again', body: LIBRARY };
  const address = await ground.parsed(a, library);
  const [first] = await ground.publish(address);
  await sql`delete from nashra.signature`.execute(ground.db);
  await sql`delete from nashra.candidate_key`.execute(ground.db);
  await saysNow(address, library);
  expect(await ground.recognise(address)).toMatchObject([{ kind: 'unchanged' }]);
  const cut = { title: 'Books for pupils', body: `${LIBRARY.slice(0, 250)} …` };
  const [second] = await ground.publish(await ground.parsed(b, cut));
  expect(second?.storyId).toBe(first?.storyId);
});

/** What becomes of each of these pages of one address, one after another. */
async function verdictsOn(
  address: number,
  pages: readonly Page[],
): Promise<(string | undefined)[]> {
  const kinds: (string | undefined)[] = [];
  for (const page of pages) {
    await saysNow(address, page);
    const [verdict] = await ground.recognise(address);
    kinds.push(verdict?.kind);
    await ground.db.transaction().execute((tx) => writeArticles(tx, [address]));
  }
  return kinds;
}

it('writes an article back to what it said twice a day, and no more while its page goes back and forth', async () => {
  const address = await ground.parsed(await ground.publisher('a'), bridge);
  await ground.publish(address);
  const other = { ...bridge, title: 'What the bridge means for you' };
  // The last one is what it says.
  expect(await verdictsOn(address, [other, bridge, other, bridge, other])).toEqual([
    'revision',
    'revision',
    'revision',
    'unchanged',
    'unchanged',
  ]);
  // A day later it may be that it has come to stay.
  await sql`update nashra.revision set created_at = created_at - interval '25 hours'`.execute(
    ground.owner,
  );
  expect(await verdictsOn(address, [bridge])).toEqual(['revision']);
});

it('writes another picture three times a day, other figures eight times, and other words always', async () => {
  const publisher = await ground.publisher('a');
  const count = (kinds: readonly unknown[]) => kinds.filter((it) => it === 'revision').length;
  const numbers = Array.from({ length: 10 }, (_, at) => at);
  const pictured = await ground.parsed(publisher, bridge);
  await ground.publish(pictured);
  const drawn = numbers.map((n) => {
    const address = `https://cdn.example/card-${n}.png`;
    return {
      ...bridge,
      images: [{ address, isLead: true, caption: null, credit: null, alt: null }],
    };
  });
  expect(count(await verdictsOn(pictured, drawn))).toBe(2);
  const counting = await ground.parsed(publisher, harbour);
  await ground.publish(counting);
  const counted = numbers.map((n) => ({ ...harbour, title: `(${n + 1}) ${harbour.title}` }));
  expect(count(await verdictsOn(counting, counted))).toBe(8);
  const grown = { ...harbour, body: `${HARBOUR} Two boats are still awaited.` };
  expect(await verdictsOn(counting, [grown])).toEqual(['revision']);
});
