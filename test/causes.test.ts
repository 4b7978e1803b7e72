import { removeArticle } from '@nashra/articles';
import { type ReplayFrom, replay } from '@nashra/pipeline';
import { asReader, changesAfter, newestSeq } from '@nashra/reader';
import { articlePage, rss, serve, startPublisher } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPipeline } from './pipeline.ts';

const act = { actor: 'test' };
const towns = ['azrou', 'ifrane', 'sefrou', 'midelt', 'taza', 'guercif'];

it('tells of each change whether the source, the pipeline or an operator caused it', async () => {
  await using publisher = await startPublisher();
  await using pipeline = await openPipeline();
  const { db } = pipeline;
  const { origin, routes } = publisher;
  const page = (town: string, title = `Council of ${town} decides`) =>
    routes.set(`/news/${town}`, serve(articlePage(title, town)));
  for (const town of towns) page(town);
  routes.set(
    '/feed',
    rss(
      origin,
      towns.map((town) => ({ path: `/news/${town}`, title: town })),
    ),
  );
  await pipeline.addFeed('good', `${origin}/feed`);
  await pipeline.startAll();
  await pipeline.settled();

  const reader = asReader(db);
  const { rows } = await sql<{ id: number; addressId: number; town: string }>`
    select a.id, d.id as "addressId", split_part(d.address, '/news/', 2) as town
    from nashra.article a join nashra.address d on d.id = a.address_id`.execute(db);
  const of = new Map(rows.map((row) => [row.town, row]));
  expect([...of.keys()].toSorted()).toEqual(towns.toSorted());
  const again = async (town: string, from: ReplayFrom) => {
    await replay(pipeline, [of.get(town)?.addressId ?? 0], { from, filter: town, act });
    await pipeline.settled();
  };
  const created = await changesAfter(reader, 0, 100);
  expect(created.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual(
    towns.map(() => 'article_created source'),
  );

  // As an older extractor had read them: whatever reads these bytes now finds something else.
  const seq = await newestSeq(reader);
  await sql`update nashra.content set content_hash = '\\x00', extractor_version = 'older'`.execute(
    db,
  );
  await again('azrou', 'parse');
  await again('ifrane', 'fetch');
  page('sefrou', 'Council of sefrou decides otherwise');
  await again('sefrou', 'fetch');
  page('azrou', 'Council of azrou decides otherwise');
  await again('azrou', 'fetch');
  await again('midelt', 'parse');
  await db.transaction().execute((tx) => removeArticle(tx, act, of.get('taza')?.id ?? 0));
  await again('guercif', 'parse');

  const told = (await changesAfter(reader, seq, 100)).map(({ articleId, kind, cause }) => {
    const town = rows.find((row) => row.id === articleId)?.town;
    return [town, kind, cause];
  });
  expect(told).toEqual([
    ['azrou', 'article_revised', 'pipeline'],
    ['ifrane', 'article_revised', 'pipeline'],
    ['sefrou', 'article_revised', 'source'],
    ['azrou', 'article_revised', 'source'],
    ['midelt', 'article_revised', 'pipeline'],
    ['taza', 'article_removed', 'operator'],
    ['guercif', 'article_revised', 'pipeline'],
  ]);
}, 120_000);
