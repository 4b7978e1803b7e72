import { countTitleWords } from '@nashra/articles';
import type { Db } from '@nashra/db';
import { searchText } from '@nashra/text';
import { sql } from 'kysely';

/** A million articles are made of so many texts, each with words of its own beside them. */
const TEXTS = 20_000;
const WORDS = { title: 9, body: 240 };
/** Words that texts share, by rank; and rare ones, of which each article has some. */
const VOCABULARY = 60_000;
const TOGETHER = 50_000;
/** Some thousand titles hold the words of all. */
const TITLE_STEPS = 20;

const SCRIPTS = {
  ar: { letters: [...'بتجحدرزسشصضطعغفقكلمن'], config: 'simple' },
  fr: { letters: [...'abcdefgilmnoprstuv'], config: 'french' },
} as const;
type Script = keyof typeof SCRIPTS;

/** What a bench may ask about what was filled in. */
export interface Filled {
  /** By rank, the most frequent first. */
  readonly vocabulary: Readonly<Record<Script, readonly string[]>>;
  /** Words of some titles. */
  readonly titles: readonly (readonly string[])[];
}

/** The same dice every time. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function invent(script: Script, roll: (below: number) => number): string[] {
  const { letters } = SCRIPTS[script];
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const word = Array.from({ length: 4 + roll(4) }, () => letters[roll(letters.length)]).join('');
    // Such as are searched as they stand: what rules do to words is measured elsewhere.
    if (searchText(word) === word) words.add(word);
  }
  return [...words];
}

/** Rank by rank half as likely as Zipf has it: the first some percent of all words, the last once in millions. */
function ranked(roll: (below: number) => number): number {
  return Math.floor(VOCABULARY ** (roll(1_000_000) / 1_000_000)) - 1;
}

interface Text {
  readonly at: number;
  readonly script: Script;
  readonly title: readonly string[];
  readonly body: readonly string[];
}

/** What is filled in: the same every time. */
export function inventTexts(): Filled & { readonly texts: readonly Text[] } {
  const roll = dice(7);
  const vocabulary = { ar: invent('ar', roll), fr: invent('fr', roll) };
  const say = (script: Script, count: number) =>
    Array.from({ length: count }, () => vocabulary[script][ranked(roll)] ?? '');
  const texts = Array.from({ length: TEXTS }, (_, at) => {
    const script: Script = at % 3 === 0 ? 'fr' : 'ar';
    return { at, script, title: say(script, WORDS.title), body: say(script, WORDS.body) };
  });
  return { vocabulary, titles: texts.slice(0, 2_000).map(({ title }) => title), texts };
}

/**
 * Makes a migrated, empty database look as after years: articles half a minute apart, the index made at the end. For a site
 * each has markup, a summary, a section and authors too, and every tenth tells the story of the one before it.
 */
export async function fill(
  db: Db,
  texts: readonly Text[],
  articles: number,
  { isSite = false }: { readonly isSite?: boolean } = {},
): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run(
    'create unlogged table nashra.filled_text (at integer primary key, config text, language text, title text, body text, search tsvector, title_search tsvector)',
  );
  for (let from = 0; from < TEXTS; from += 2_000) {
    const rows = texts.slice(from, from + 2_000).map(({ at, script, title, body }) => ({
      at,
      config: SCRIPTS[script].config,
      language: script,
      title: title.join(' '),
      body: body.join(' '),
    }));
    await sql`insert into nashra.filled_text select at, config, language, title, body, setweight(to_tsvector(config::regconfig, title), 'A')
      || setweight(to_tsvector(config::regconfig, body), 'B'), to_tsvector(config::regconfig, title) from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(at integer, config text, language text, title text, body text)`.execute(db);
  }
  await run(`insert into nashra.publisher (slug, name, country, time_zone)
    select 'filled-' || n, 'Filled ' || n, (array['MA', 'DZ', 'TN', 'EG'])[1 + n % 4], 'UTC' from generate_series(1, 100) n`);
  const { rows } = await sql<{
    definition: string;
  }>`select pg_get_indexdef('nashra.content_search'::regclass) as definition`.execute(db);
  await run('drop index nashra.content_search');
  for (let from = 0; from < articles; from += TOGETHER)
    await fillSome(run, from, Math.min(from + TOGETHER, articles), { all: articles, isSite });
  await run('drop table nashra.filled_text');
  await run(`set maintenance_work_mem = '512MB'; ${rows[0]?.definition}`);
  for (const table of ['content', 'article', 'story', 'address'])
    await run(`vacuum analyze nashra.${table}`);
  let cursor: string | null = null;
  for (let step = 0; step < TITLE_STEPS; step++)
    ({ cursor } = await countTitleWords(db, cursor, 2_000));
}

/** Every article is one of the texts with some rare words more, so that words of any rarity are there. */
async function fillSome(
  run: (text: string) => Promise<unknown>,
  from: number,
  to: number,
  { all, isSite }: { readonly all: number; readonly isSite: boolean },
): Promise<void> {
  const agoOf = (n: string) => `now() - (${all} - ${n}) * interval '30 seconds'`;
  const hash = `decode(md5('filled' || n), 'hex')`;
  const site = isSite ? SITE : NO_SITE;
  await run(`with filled as (
      select n, nashra.id_at(${agoOf('n')}) as id, (n::bigint * 7919) % ${TEXTS} as text,
        'rare' || (n::bigint * 31) % 300000 || ' own' || n as more, ${site.first} as first, ${site.tellers} as tellers
      from generate_series(${from}, ${to - 1}) n
    ), publishers as (select array_agg(id order by id) as ids from nashra.publisher where id <> 0),
    addresses as (
      insert into nashra.address (id, key, address, host, publisher_id, kind, state, article_id)
      select id, ${hash}, 'https://filled.example/' || n, 'filled.example', ids[1 + n % 100], 'article', 'indexed', id
      from filled, publishers
    ), stories as (
      insert into nashra.story (id, articles, publishers, first_published_at, last_published_at, representative_id)
      select id, tellers, tellers, ${agoOf('n')}, ${agoOf('(n + tellers - 1)')}, ${isSite ? 'id' : 'null'} from filled where first = n
    ), contents as (
      insert into nashra.content (id, title, summary, section, authors, body, html, tags, language, published_at, word_count,
        content_hash, extractor_version, capture_id, search, title_search)
      select id, t.title || ' ' || more, ${site.summary}, ${site.section}, ${site.authors}, t.body, ${site.html}, '{}', t.language,
        ${agoOf('n')}, ${WORDS.body}, ${hash}, 'filled', id, t.search || setweight(to_tsvector('simple', more), 'A'), t.title_search
      from filled join nashra.filled_text t on t.at = text order by n
    )
    insert into nashra.article (id, publisher_id, address_id, story_id, revision, content_id, language, published_at)
    select f.id, ids[1 + f.n % 100], f.id, told.id, 1, f.id, t.language, ${agoOf('f.n')}
    from filled f join filled told on told.n = f.first join nashra.filled_text t on t.at = f.text, publishers`);
}

/** What the columns of a site hold, and of the search alone. */
const SITE = {
  first: 'n - (n % 10 = 9)::int',
  tellers: '1 + (n % 10 = 8)::int',
  summary: 'left(t.body, 160)',
  section: `'section ' || n % 12`,
  authors: `case when n % 2 = 0 then array['author ' || n % 400] else '{}' end`,
  html: String.raw`'<p dir="auto">' || regexp_replace(t.body, '((?:\S+ ){40})', E'\\1</p>\n<p dir="auto">', 'g') || '</p>'`,
};
const NO_SITE = {
  first: 'n',
  tellers: '1',
  summary: 'null',
  section: 'null',
  authors: `'{}'::text[]`,
  html: `''`,
};
