import {
  closeKeyDays,
  findHolders,
  loadRecognisable,
  mergeStories,
  openKeyDays,
  splitStory,
  tellTopics,
  writeChains,
} from '@nashra/articles';
import { clearRows } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { BRIDGE, HARBOUR, invented, LIBRARY } from './texts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());
beforeEach(() => clearRows(ground.db));

const bridge = { title: 'A bridge over the Lukkos is opened', body: BRIDGE };
const library = { title: 'The library lends again', body: LIBRARY };
const cut = { title: 'New bridge in the north', body: `${BRIDGE.slice(0, 330)} …` };
const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

it('tells a report that was cut and retitled in the story of the whole one, and says why', async () => {
  const { db } = ground;
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const [first] = await ground.publish(await ground.parsed(a, bridge));
  const [second] = await ground.publish(await ground.parsed(b, cut));
  expect(second?.storyId).toBe(first?.storyId);
  const why = await db
    .selectFrom('signature')
    .select(['like_id', 'rule', 'sureness', 'evidence'])
    .where('article_id', '=', second?.id ?? 0)
    .executeTakeFirstOrThrow();
  expect(why).toMatchObject({ like_id: first?.id, rule: expect.stringMatching(/^\d+\.\d+$/) });
  expect(why.sureness).toBeGreaterThan(0.5);
  expect(why.evidence).toHaveProperty('contained');
});

it('finds the story of what was published days ago and comes late, and no story of another week', async () => {
  const publishers = await Promise.all(['a', 'b', 'c'].map((it) => ground.publisher(it)));
  const [a = 0, b = 0, c = 0] = publishers;
  const [old] = await ground.publish(await ground.parsed(a, { ...bridge, publishedAt: at(800) }));
  const [late] = await ground.publish(await ground.parsed(b, { ...cut, publishedAt: at(790) }));
  const [anew] = await ground.publish(await ground.parsed(c, { ...cut, publishedAt: at(1) }));
  expect(late?.storyId).toBe(old?.storyId);
  expect(anew?.storyId).not.toBe(old?.storyId);
});

it('keeps a round-up apart from the report that stands in it, as a relation', async () => {
  const { db } = ground;
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const [report] = await ground.publish(await ground.parsed(a, bridge));
  const body = [HARBOUR, BRIDGE, LIBRARY].join('\n\n');
  const [whole] = await ground.publish(
    await ground.parsed(b, { title: 'News of the north', body }),
  );
  expect(whole?.storyId).not.toBe(report?.storyId);
  const { rows } = await sql`select part_id, whole_id from reader.parts`.execute(db);
  expect(rows).toEqual([{ part_id: report?.id, whole_id: whole?.id }]);
});

it('shows one headline a story: the fullest, which stays while nothing much fuller comes', async () => {
  const { db } = ground;
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((it) => ground.publisher(it)));
  const headline = async () => {
    const { rows } = await sql<{ article_id: number }>`
      select article_id from reader.headlines`.execute(db);
    return rows.map((row) => row.article_id);
  };
  const [short] = await ground.publish(await ground.parsed(a ?? 0, cut));
  expect(await headline()).toEqual([short?.id]);
  const [full] = await ground.publish(await ground.parsed(b ?? 0, bridge));
  expect(await headline()).toEqual([full?.id]);
  const longer = { title: 'The bridge is open', body: `${BRIDGE} Many came to see it.` };
  await ground.publish(await ground.parsed(c ?? 0, longer));
  expect(await headline()).toEqual([full?.id]);
});

it('tells as a topic what is said of one event in two languages, and makes no one story of it', async () => {
  const { db } = ground;
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((it) => ground.publisher(it)));
  const told = async (publisherId = 0, language: string, title: string, body: string) =>
    (await ground.publish(await ground.parsed(publisherId, { title, body, language })))[0];
  const french = await told(
    a,
    'fr',
    'Larache : le navire Beltran échoue avec 26 marins',
    'Le chalutier Beltran, parti de Larache, a échoué dans la nuit avec 26 marins à son bord, tous sauvés à l’aube par les secours.',
  );
  const arabic = await told(
    b,
    'ar',
    'جنوح السفينة بلتران قبالة العرائش',
    'جنحت سفينة الصيد بلتران ليلة أمس وعلى متنها 26 بحارا، وتمكنت فرق الإنقاذ من إجلائهم جميعا قبل طلوع الفجر دون خسائر.',
  );
  await told(
    c,
    'fr',
    'La bibliothèque rouvre ses portes',
    'La bibliothèque municipale a rouvert hier après deux années de travaux, avec 30 000 livres et une salle pour les enfants.',
  );
  expect(arabic?.storyId).not.toBe(french?.storyId);
  expect(await tellTopics(db, 10)).toBe(3);
  expect(await tellTopics(db, 10)).toBe(0);
  const { rows } = await sql`
    select story_id, other_story_id, evidence->>'numbers' as numbers from reader.topics order by story_id`.execute(
    db,
  );
  expect(rows).toEqual([
    { story_id: french?.storyId, other_story_id: arabic?.storyId, numbers: '1' },
    { story_id: arabic?.storyId, other_story_id: french?.storyId, numbers: '1' },
  ]);
  expect(await ground.storyOf(arabic?.id ?? 0)).toBe(arabic?.storyId);
});

it('says who was first, how much later the others came, and what they took', async () => {
  const { db } = ground;
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const copied = { ...cut, authors: ['AFP'], publishedAt: at(2) };
  const [second] = await ground.publish(await ground.parsed(b, copied));
  const [first] = await ground.publish(await ground.parsed(a, { ...bridge, publishedAt: at(5) }));
  expect(await writeChains(db, 10)).toBe(1);
  expect(await writeChains(db, 10)).toBe(0);
  const { rows } = await sql<Record<string, unknown>>`
    select place, article_id, delay_seconds, kind, taken_from, taken_share, agencies
    from reader.story_versions order by place`.execute(db);
  expect(rows).toMatchObject([
    { place: 1, article_id: first?.id, delay_seconds: 0, kind: 'original', taken_from: null },
    { place: 2, article_id: second?.id, kind: 'part_of', taken_from: first?.id, agencies: ['AFP'] },
  ]);
  expect(Math.abs(Number(rows[1]?.['delay_seconds']) - 3 * 3_600)).toBeLessThan(5);
});

it('merges two stories and takes one apart, and tells readers so; ids stay', async () => {
  const { db } = ground;
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const [first] = await ground.publish(await ground.parsed(a, bridge));
  const [second] = await ground.publish(await ground.parsed(b, library));
  const [from, into] = [second?.storyId ?? 0, first?.storyId ?? 0];
  await db.transaction().execute((tx) => mergeStories(tx, { from, into }));
  expect(await ground.storyOf(second?.id ?? 0)).toBe(into);
  const { rows: stories } = await sql`
    select id, articles, merged_into from reader.stories order by articles`.execute(db);
  expect(stories).toEqual([
    { id: from, articles: 0, merged_into: into },
    { id: into, articles: 2, merged_into: null },
  ]);
  const c = await ground.publisher('c');
  const [third] = await ground.publish(await ground.parsed(c, library));
  expect(third?.storyId).toBe(into);

  const ids = [second?.id ?? 0, third?.id ?? 0];
  const fresh = await db.transaction().execute((tx) => splitStory(tx, ids));
  expect(await ground.storyOf(ids[1] ?? 0)).toBe(fresh);
  const { rows: changes } = await sql`
    select kind, article_id, story_id, other_story_id from reader.changes
    where kind not in ('article_created', 'article_revised') order by seq`.execute(db);
  expect(changes).toEqual([
    { kind: 'story_merged', article_id: null, story_id: from, other_story_id: into },
    { kind: 'article_moved', article_id: ids[0], story_id: into, other_story_id: from },
    { kind: 'story_split', article_id: null, story_id: into, other_story_id: fresh },
    { kind: 'article_moved', article_id: ids[0], story_id: fresh, other_story_id: into },
    { kind: 'article_moved', article_id: ids[1], story_id: fresh, other_story_id: into },
  ]);
  await expect(db.transaction().execute((tx) => mergeStories(tx, { from, into }))).rejects.toThrow(
    /was merged into/,
  );
});

it('writes nothing at all when anything fails within the transaction', async () => {
  const { db, queues } = ground;
  const a = await ground.publisher('a');
  const id = await ground.parsed(a, bridge);
  await sql`alter table nashra.signature add constraint broken check (words < 0) not valid`.execute(
    ground.owner,
  );
  try {
    await expect(ground.recognise(id)).rejects.toThrow(/broken/);
  } finally {
    await sql`alter table nashra.signature drop constraint broken`.execute(ground.owner);
  }
  for (const table of ['article', 'article_key', 'candidate_key', 'story'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  expect(queues).toBeDefined();
  expect(await ground.recognise(id)).toMatchObject([{ kind: 'new' }]);
});

it('drops the days that nobody looks back to, and tries crowded keys again', async () => {
  const { db } = ground;
  const days = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_inherits where inhparent = 'nashra.candidate_key'::regclass`.execute(
      db,
    );
    return rows[0]?.n ?? 0;
  };
  const before = await days();
  expect(await openKeyDays(db, 7)).toBe(0);
  expect(await openKeyDays(db, 10)).toBe(3);
  await sql`insert into nashra.stop_key values (1, now() - interval '8 days'), (2, now())`.execute(
    db,
  );
  const close = () => db.transaction().execute((tx) => closeKeyDays(tx, 7, 100));
  expect(await close()).toBe(3);
  expect(await close()).toBe(0);
  // One day more than is remembered stays: the first of them is remembered in part.
  expect(await days()).toBe(before + 1);
  expect(await db.selectFrom('stop_key').select('key').execute()).toEqual([{ key: 2 }]);
});

it('tells nothing by a key that too many hold, and finds their text all the same', async () => {
  const { db } = ground;
  const publishers = await Promise.all(['a', 'b', 'c'].map((it) => ground.publisher(it)));
  const [first] = await ground.publish(await ground.parsed(publishers[0] ?? 0, bridge));
  const { keys } = await db.selectFrom('signature').select('keys').executeTakeFirstOrThrow();
  await sql`insert into nashra.candidate_key (key, article_id) select unnest(${keys}::int[]), ${first?.id ?? 0}
    from generate_series(1, 201)`.execute(db);
  const [second] = await ground.publish(await ground.parsed(publishers[1] ?? 0, bridge));
  expect(second?.storyId).toBe(first?.storyId);
  const stopped = await db.selectFrom('stop_key').select('key').execute();
  expect(stopped.length).toBe(keys.length);
  const [third] = await ground.publish(await ground.parsed(publishers[2] ?? 0, bridge));
  expect(third?.storyId).toBe(first?.storyId);
});

it('finds what was told before a crash of the database took the keys along', async () => {
  const { db } = ground;
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const [first] = await ground.publish(await ground.parsed(a, bridge));
  await ground.publish(await ground.parsed(b, library));
  const keys = () =>
    db.selectFrom('candidate_key').selectAll().orderBy('article_id').orderBy('key').execute();
  const before = await keys();
  // What Postgres itself does with tables that are not logged.
  await sql`truncate nashra.candidate_key, nashra.key_fill`.execute(ground.owner);
  const [second] = await ground.publish(await ground.parsed(b, cut));
  expect(second?.storyId).toBe(first?.storyId);
  expect((await keys()).filter((it) => it.article_id !== second?.id)).toEqual(before);
});

it('compares a text with what may be its story, and not with all that have the furniture of its site', async () => {
  const { db } = ground;
  const [a, b] = [await ground.publisher('a'), await ground.publisher('b')];
  const furniture = invented(999, 60);
  const page = (at: number) => ({
    title: invented(5_000 + at, 6),
    body: `${invented(at, 200)}\n\n${furniture}`,
  });
  const some = await Promise.all(Array.from({ length: 12 }, (_, at) => ground.parsed(a, page(at))));
  await ground.publish(...some);
  const { rows } = await sql<{ n: number }>`
    select max(n)::int as n from (select count(*) as n from nashra.candidate_key group by key)`.execute(
    db,
  );
  expect(rows[0]?.n).toBe(12);
  const next = await loadRecognisable(db, [await ground.parsed(b, page(12))]);
  const copied = await loadRecognisable(db, [await ground.parsed(b, page(3))]);
  const likely = async (drafts: typeof next) => {
    const keys = [...drafts.values()][0]?.signature?.keys ?? new Int32Array();
    const { index } = await findHolders(db, new Set(keys), 7);
    return index.likely(keys);
  };
  expect(await likely(next)).toEqual([]);
  const found = await likely(copied);
  const original = await db
    .selectFrom('article')
    .select('id')
    .where('address_id', '=', some[3] ?? 0)
    .executeTakeFirst();
  expect(found[0]).toBe(original?.id);
  expect(found.length).toBeGreaterThan(1);
});
