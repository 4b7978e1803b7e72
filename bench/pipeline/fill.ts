import { type Db, tally } from '@nashra/db';
import { sql } from 'kysely';

export interface Filling {
  readonly addresses: number;
  readonly articles: number;
  /** Flights that stand at a stage and do not move. */
  readonly inFlight: number;
  /** Flights that wait to be let in, on hosts that nobody asks. */
  readonly waiting: number;
}

/** Makes a database look as after some years: its rows are invented in place, with texts of a few words. */
export async function fill(
  db: Db,
  { addresses, articles, inFlight, waiting }: Filling,
): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(`insert into nashra.publisher (slug, name, time_zone, country)
    select 'filled-' || n, 'Filled ' || n, 'Africa/Casablanca', (array['MA', 'DZ', 'TN', 'EG', 'FR', 'LY', 'MR', 'SN', 'BE', 'ES', 'IT', 'GB', 'US', 'LB', 'JO', 'QA', 'AE', 'KW', 'OM', 'IQ'])[1 + n % 20] from generate_series(1, 1000) n on conflict do nothing`);
  const first = `(select min(id) from nashra.publisher where slug like 'filled-%')`;
  await run(`insert into nashra.address (key, address, host, publisher_id, kind, state, reason, created_at, updated_at)
    select decode(md5('filled' || n), 'hex'), 'https://filled-' || n % 1000 || '.example/' || n,
      'filled-' || n % 1000 || '.example', ${first} + n % 1000, 'article',
      case when n <= ${articles} then 'indexed' when n % 3 = 0 then 'known' else 'dropped' end,
      case when n <= ${articles} then null when n % 3 = 0 then 'copy' when n % 7 = 0 then 'gone' else 'not_found' end,
      now() - n * interval '1 second', now() - n * interval '1 second'
    from generate_series(1, ${addresses}) n`);
  await run(`create temporary table filled as
    select id, publisher_id, row_number() over (order by id) as n from nashra.address
    where host like 'filled-%' and state = 'indexed'`);
  await run(`insert into nashra.story (id, articles, publishers, first_published_at, last_published_at)
    select id, 1, 1, now() - n * interval '1 minute', now() - n * interval '1 minute' from filled`);
  await run(`insert into nashra.content (id, title, authors, body, html, tags, language, published_at, section, word_count,
      content_hash, extractor_version, capture_id, search)
    select id, 'Title ' || n, array['Author ' || n % 3000], 'word' || n % 5000 || ' town' || n % 977, '', '{}',
      case when n % 50000 = 0 then 'es' when n % 5 = 0 then 'fr' else 'ar' end,
      now() - n * interval '1 minute', 'Section ' || n % 40, 2, '\\x00', 'filled', id,
      to_tsvector('simple', 'word' || n % 5000 || ' town' || n % 977) from filled`);
  await run(`insert into nashra.article (id, publisher_id, address_id, story_id, revision, content_id, language, published_at,
      published_on)
    select f.id, publisher_id, f.id, f.id, 1, f.id, c.language, c.published_at,
      nashra.published_on(publisher_id, c.published_at)
    from filled f join nashra.content c on c.id = f.id`);
  await run(
    'update nashra.story s set representative_id = s.id from filled where s.id = filled.id',
  );
  await run(`insert into nashra.shelf (kind, key, published_at, article_id)
    select s.kind, s.key, a.published_at, a.id from filled
    join nashra.article a on a.id = filled.id join nashra.content c on c.id = a.content_id
    cross join lateral nashra.shelves_of(c.language, c.section, c.authors, a.published_on) s`);
  await run(`insert into nashra.shelf_tally (kind, key, n) select kind, key, count(*) from nashra.shelf
      where article_id in (select id from filled) group by 1, 2
    union all select 'publisher', publisher_id::text, count(*) from filled group by 2`);
  await run(`insert into nashra.image (article_id, address, position, is_lead)
    select id, 'https://filled.example/' || n || '.jpg', 0, true from filled`);
  await run(`insert into nashra.change (kind, article_id, story_id, revision, cause)
    select 'article_created', id, id, 1, 'source' from filled order by id`);
  await run(
    `insert into nashra.revision (article_id, number, content_id) select id, 1, id from filled`,
  );
  await run(`insert into nashra.article_key (kind, key, article_id)
    select kind, decode(md5(kind || id), 'hex'), id from filled, unnest(array['canonical', 'text', 'title']) kind`);
  await run(
    `update nashra.address a set article_id = filled.id from filled where filled.id = a.id`,
  );
  const flights = (from: number, count: number, state: string, due: string, movedAt: string) =>
    run(`insert into nashra.flight (address_id, state, host, publisher_id, due_at, moved_at)
      select id, '${state}', host, publisher_id, ${due}, ${movedAt} from nashra.address
      where host like 'filled-%' and state = 'dropped' order by id offset ${from} limit ${count}`);
  // The reconciler leaves them alone: they moved a moment from now.
  await flights(0, inFlight, 'queued', 'null', `now() + interval '1 day'`);
  await flights(inFlight, waiting, 'waiting', `now() + interval '1 day'`, 'now()');
  await run('drop table filled');
  await tally(db, {
    articles,
    stories: articles,
    revisions: articles,
    images: articles,
    changes: articles,
    'address indexed': articles,
    'address known copy': Math.floor((addresses - articles) / 3),
    'address queued': inFlight,
    'address waiting': waiting,
  });
  await run('vacuum analyze');
}
