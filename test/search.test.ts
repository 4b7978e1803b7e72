import {
  claimAll,
  countTitleWords,
  type Draft,
  renewVectors,
  reserveIds,
  saveDrafts,
  writeArticles,
} from '@nashra/articles';
import { asReader, CursorError, type Found, type SearchOptions, search } from '@nashra/reader';
import {
  addAddress,
  addPublisher,
  clearRows,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let database: TestDatabase;
let publisherId: number;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 2 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await clearRows(database.db);
  publisherId = await addPublisher(database.db, { slug: 'sahifa', name: 'Sahifa' });
});

let serial = 0;
async function publish(
  title: string,
  more: Partial<Draft> & { publisher?: number; story?: number } = {},
): Promise<number> {
  const { publisher = publisherId, story, ...overrides } = more;
  const { db } = database;
  const address = `https://sahifa.example/${++serial}`;
  const addressId = await addAddress(db, address, publisher);
  const draft: Draft = {
    title,
    authors: [],
    body: 'Rien.',
    html: '',
    summary: null,
    section: null,
    tags: [],
    language: /[ء-ي]/.test(title) ? 'ar' : 'fr',
    publishedAt: '2026-03-01T10:00:00Z',
    publishedPrecision: 'minute',
    publishedSource: 'meta',
    modifiedAt: null,
    wordCount: 8,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    captureId: 1,
    facts: {},
    ...overrides,
  };
  return await db.transaction().execute(async (tx) => {
    await saveDrafts(tx, [{ addressId, address, guidKey: null, draft }]);
    const [articleId = 0, fresh = 0] = await reserveIds(tx, 2);
    const decision = { kind: 'new', articleId, storyId: story ?? fresh, copyOf: null } as const;
    await claimAll(tx, [{ addressId, publisherId: publisher, decision, keys: [] }]);
    await writeArticles(tx, [addressId]);
    return articleId;
  });
}

const ask = (question: string, options?: SearchOptions): Promise<Found[]> =>
  search(asReader(database.db), question, options);
const titles = async (question: string, options?: SearchOptions) =>
  (await ask(question, options)).map(({ title }) => title);

describe('reader.search', () => {
  it('takes either of two words where OR stands between them, and asks for nothing by one that stands alone', async () => {
    const [fire, flood, both] = [
      'Incendie à Nador',
      'Inondation à Berkane',
      'Incendie et inondation',
    ];
    for (const title of [fire, flood, both, 'Le cours de l’or', 'Neige à Nador']) {
      await publish(title as string);
    }
    const found = async (question: string) => (await titles(question)).toSorted();
    expect(await found('incendie OR inondation')).toEqual([both, fire, flood]);
    expect(await found('incendie | inondation | neige')).toHaveLength(4);
    expect(await found('nador incendie OR inondation')).toEqual([fire]);
    expect(await found('"incendie et inondation" OR neige -nador')).toEqual([both]);
    expect(await found('OR incendie OR')).toEqual([both, fire]);
    expect(await found('cours or')).toEqual(['Le cours de l’or']);
    expect(await found('OR | OR')).toEqual([]);
  });

  it('finds an acronym with dots in both its spellings, and its letters only side by side', async () => {
    const [dotted, plain] = ['Le F.M.I. prête', 'Le FMI doute'];
    for (const title of [dotted, plain, 'F comme fusée, M ou I']) await publish(title as string);
    expect((await titles('F.M.I.')).toSorted()).toEqual([dotted, plain]);
  });

  it('reads Latin letters of full width as what they are', async () => {
    await publish('Les journaux');
    expect(await titles('ｊｏｕｒｎａｌ')).toEqual(['Les journaux']);
  });

  it.each([5, 30, 120])('ranks what stands for no story and is %i years older', async (years) => {
    const body = 'Le barrage de la vallée.';
    const of = (year: number) => ({ body, publishedAt: `${year}-03-01T10:00:00Z` });
    const newest = await publish('Neuf', of(2026));
    const { story_id: story } = await database.db
      .selectFrom('article')
      .select('story_id')
      .where('id', '=', newest)
      .executeTakeFirstOrThrow();
    await publish('Vieux', { ...of(2026 - years), story });
    const [first, second] = await ask('barrage');
    expect([first?.title, second?.title]).toEqual(['Neuf', 'Vieux']);
    // Which is followed by what lies behind it, however small a rank is.
    expect(await titles('barrage', { after: first?.cursor ?? '' })).toEqual(['Vieux']);
    expect(await titles('barrage', { after: second?.cursor ?? '' })).toEqual([]);
  });

  it.each([
    ['école', ['Une école ouvre']],
    ['ecole', ['Une école ouvre']],
    ['ÉCOLES', ['Une école ouvre']],
    ['مدرسة', ['افتتاح مدرسة', 'مدارس جديدة']],
    ['المدارس', ['افتتاح مدرسة', 'مدارس جديدة']],
    ['مدرستين', ['افتتاح مدرسة', 'مدارس جديدة']],
    ['مدينة', ['سوق بمدينة فاس']],
    ['école مدرسة', []],
  ])('finds for «%s» what a person expects', async (question, expected) => {
    for (const title of [
      'Une école ouvre',
      'افتتاح مدرسة',
      'مدارس جديدة',
      'مدرس ناجح',
      'سوق بمدينة فاس',
    ])
      await publish(title);
    expect((await titles(question)).toSorted()).toEqual(expected.toSorted());
  });

  it('knows phrases, exclusion, beginnings, authors and publishers, together', async () => {
    const other = await addPublisher(database.db, { slug: 'jarida', name: 'جريدة' });
    await publish('Le budget de la ville voté', { authors: ['Salma Idrissi'] });
    await publish('La ville sans budget');
    await publish('Un budget municipal', { publisher: other });
    expect(await titles('budget')).toHaveLength(3);
    expect(await titles('"budget de la ville"')).toEqual(['Le budget de la ville voté']);
    expect(await titles('«budget de la ville')).toHaveLength(1);
    // A particle is written to the first word, or to the one that is asked for.
    await publish('الاتحاد الأوروبي لكرة القدم');
    expect(await titles('"كرة القدم"')).toHaveLength(1);
    expect(await titles('بالاتحاد')).toHaveLength(1);
    expect(await titles('لاتحاد -"القدم كرة"')).toHaveLength(1);
    expect(await titles('budget -ville')).toEqual(['Un budget municipal']);
    expect(await titles('munici*')).toEqual(['Un budget municipal']);
    expect(await titles('author:idrissi')).toEqual(['Le budget de la ville voté']);
    expect(await titles('budget -author:"Salma Idrissi"')).toHaveLength(2);
    expect(await titles('budget publisher:jarida')).toEqual(['Un budget municipal']);
    expect(await titles('budget', { publisher: 'جريده' })).toEqual(['Un budget municipal']);
    expect(await titles('budget publisher:nobody')).toEqual([]);
    expect(await titles('idrissi')).toEqual([]);
  });

  it('keeps to a language and a time', async () => {
    await publish('Budget de mars');
    await publish('Budget d’avril', { publishedAt: '2026-04-01T10:00:00Z' });
    await publish('Budget in May', { language: 'en', publishedAt: '2026-05-01T10:00:00Z' });
    expect(await titles('budget', { language: 'en' })).toEqual(['Budget in May']);
    expect(await titles('budget', { since: new Date('2026-04-01T10:00:00Z') })).toHaveLength(2);
    expect(await titles('budget', { until: new Date('2026-04-01T10:00:00Z') })).toEqual([
      'Budget de mars',
    ]);
  });

  it.each([
    '"',
    '-',
    '*',
    'author:',
    '""',
    'a:b:c',
    "':*&|!()",
    '\\',
    '-"x',
    '😀',
    'ﷺ',
    '%',
    '\u202e',
    '(',
    '[a',
    '"a* -"',
    '',
  ])('takes «%s» as it comes', async (question) => {
    await publish('Titre');
    expect(await titles(question)).toEqual([]);
  });

  it('bounds what it reads of a question', async () => {
    await publish('Titre long');
    expect(await titles(`titre ${'mot '.repeat(10_000)}`)).toEqual([]);
    expect(await ask('titre', { limit: 1_000_000 })).toHaveLength(1);
  });

  it.each(['nonsense', '', '1:2', '0:0:0 ', '1:1e-99:3'])(
    'says of «%s» that it is no cursor, rather than begin again',
    async (after) => {
      await publish('Titre');
      await expect(ask('titre', { after })).rejects.toThrow(CursorError);
      const asked = sql`select * from reader.search('titre', after => ${after})`;
      await expect(asked.execute(database.db)).rejects.toMatchObject({
        code: 'NS004',
        hint: expect.stringContaining('null for the first'),
      });
    },
  );

  it.each([
    ['-infinity', 'infinity', 1],
    ['infinity', null, 0],
    [null, '-infinity', 0],
    ['294276-12-31', null, 0],
    ['4713-01-01 BC', '294276-12-31', 1],
    ['2026-03-02', '2026-03-01', 0],
  ])('takes the time from %s to %s as it comes', async (since, until, found) => {
    await publish('Titre');
    const { rows } = await sql`select from reader.search('titre', since => ${since}::timestamptz,
      until => ${until}::timestamptz)`.execute(database.db);
    expect(rows).toHaveLength(found);
  });

  it('says nothing beside the answer where a question asks for nothing', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const noticed: unknown[] = [];
    client.on('notice', (notice) => noticed.push(notice.message));
    try {
      for (const question of ['les', '', 'في', '-le', null])
        for (const name of ['search_query', 'suggest'])
          await client.query(`select reader.${name}($1)`, [question]);
      const { rows } = await client.query('select reader.suggest($1) as meant', [null]);
      expect(rows).toEqual([{ meant: null }]);
      expect(noticed).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('shows the original text around a hit, hits marked', async () => {
    await publish('Titre', { body: `${'Rien ici. '.repeat(60)}Les ÉLECTIONS\n\nde mars.` });
    const [found] = await ask('election');
    expect(found?.snippet).toMatch(/^….*Les <mark>ÉLECTIONS<\/mark> de mars\.$/);
    await publish('عنوان', { body: 'اجتمع الوزراء بالمَدرسة.' });
    expect((await ask('وزير مدرسة'))[0]?.snippet).toBe(
      'اجتمع <mark>الوزراء</mark> <mark>بالمَدرسة</mark>.',
    );
  });

  it('puts titles before bodies, the newer before the older, and who stands for a story first', async () => {
    await publish('Autre chose', { body: 'Le budget.', publishedAt: '2026-03-02T10:00:00Z' });
    await publish('Vieux budget', { publishedAt: '2026-01-01T10:00:00Z' });
    await publish('Budget', { publishedAt: '2026-03-02T10:00:00Z' });
    const stands = await publish('Le budget', { publishedAt: '2026-03-02T10:00:00Z' });
    await sql`update nashra.story set representative_id = a.id from nashra.article a
      where a.id = ${stands} and story.id = a.story_id`.execute(database.db);
    expect(await titles('budget')).toEqual(['Le budget', 'Budget', 'Vieux budget', 'Autre chose']);
  });

  it('gives every answer once over pages of any size, whatever comes in meanwhile', {
    timeout: 90_000,
  }, async () => {
    for (let n = 0; n < 140; n++) await publish(`Budget ${n}`);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await ask('budget', { limit: 37, after });
      if (seen.length === 37) await publish('Budget tard venu');
      seen.push(...page.map(({ title }) => title));
      after = page.at(-1)?.cursor;
      if (page.length < 37) break;
    }
    expect(seen.length).toBe(140);
    expect(new Set(seen).size).toBe(140);
  });

  it('is for the reader’s role, what it is made of is not', async () => {
    await publish('Une école ouvre');
    const asReaderRole = (query: RawBuilder<unknown>) =>
      database.db.transaction().execute(async (tx) => {
        await sql`set local role nashra_reader`.execute(tx);
        return (await query.execute(tx)).rows;
      });
    const found = [{ title: 'Une école ouvre' }];
    expect(await asReaderRole(sql`select title from reader.search('école')`)).toEqual(found);
    expect(
      await asReaderRole(sql`select title from reader.articles
        where search @@ reader.search_query('ecoles', 'fr')`),
    ).toEqual(found);
    await expect(asReaderRole(sql`select nashra.fold_text('x')`)).rejects.toThrow(
      /permission denied/,
    );
  });
});

it('finds texts of before it was there when housekeeping has come to them, behind newer ones', async () => {
  const { db } = database;
  const ids = [];
  for (let n = 0; n < 5; n++) ids.push(await publish(`مدارس قديمة ${n}`));
  await sql`update nashra.content set place = null, title_search = null, search = to_tsvector('arabic', title)`.execute(
    db,
  );
  await publish('مدارس جديدة');
  expect(await titles('مدرسة')).toEqual(['مدارس جديدة']);
  const { rows } = await sql<{
    last: string;
  }>`select max(id)::text as last from nashra.content where place is null`.execute(db);
  let cursor = rows[0]?.last ?? null;
  for (let step = 0; cursor !== '0' && step < 9; step++)
    ({ cursor } = await renewVectors(db, cursor, 2));
  expect(await titles('مدرسة')).toHaveLength(6);
  const { rows: order } = await sql<{ id: number }>`
    select a.id from nashra.article a join nashra.content c on c.id = a.content_id order by c.place limit 5`.execute(
    db,
  );
  expect(order.map(({ id }) => id)).toEqual(ids);
  expect(await renewVectors(db, null, 2)).toEqual({ removed: 0, cursor: '0' });
  // Rules that change later find their places taken.
  await sql`update nashra.content set search = to_tsvector('arabic', title)`.execute(db);
  await renewVectors(db, String(Number.MAX_SAFE_INTEGER), 9);
  expect(await titles('مدرسة')).toHaveLength(6);
});

it('says what was meant where no title has a word, and nothing where one has', async () => {
  const suggest = async (question: string) =>
    (
      await sql<{ meant: string | null }>`select reader.suggest(${question}) as meant`.execute(
        database.db,
      )
    ).rows[0]?.meant;
  await publish('Le gouvernement démissionne');
  await publish('البرلمان يناقش الميزانية');
  let cursor: string | null = null;
  for (let step = 0; step < 3; step++) ({ cursor } = await countTitleWords(database.db, cursor, 1));
  expect(await suggest('gouvernment')).toBe('gouvernement');
  expect(await suggest('البرلمن')).toBe('البرلمان');
  expect(await suggest('gouvernement')).toBeNull();
  expect(await suggest('xyzzy')).toBeNull();
});
