import { MOST_READ } from './window.ts';

const MOST_ROWS = 1_000;
/** Texts that one call looks at, over however many windows: what makes it end. */
const MOST_SEEN = 50_000;
/** After so long an article's age has cost it two thirds of what newness gives. */
const FRESH_SECONDS = 14 * 86_400;
/** Beyond it a rank is too small for its type, which is an error; no rank can tell such ages apart. */
const STALEST = -80;
/** A rank as Postgres writes it, in the place of whatever else is typed: none of these is too small. */
const WRITTEN_RANK = String.raw`\d{1,3}(?:\.\d{1,12})?|[1-9](?:\.\d{1,9})?e-(?:[012]\d|3[0-6])`;

/** A copy of the database gives no places itself: there the newest texts know. */
const NEWEST_PLACE = `(select case when is_called then last_value
      else (select max(place) from (select place from nashra.content where place is not null order by id desc limit 1000) newest) end from nashra.content_place)`;

/** Each term's share in the rank: a word that few titles have has a large one. */
const shares = `create or replace function nashra.shares(words text[]) returns real[] language plpgsql stable as $$
  declare term text; held bigint; shares real[] := '{}'; total real := 0;
  begin
    foreach term in array words loop
      select coalesce(sum(titles), 0) into held from nashra.title_word where bare = any (string_to_array(term, ' '));
      shares := shares || (1 / ln(3 + held))::real; total := total + shares[cardinality(shares)];
    end loop;
    for i in 1..cardinality(shares) loop shares[i] := shares[i] / total; end loop;
    return shares;
  end $$`;

/** Late bound: it is made before publishers have `folded_names`. */
const publishersNamed = `create or replace function nashra.publishers_named(named text) returns integer[] language plpgsql stable strict as $$
  declare folded text := nashra.fold_text(named);
  begin
    return coalesce((select array_agg(id) from nashra.publisher where id <> 0 and (slug = lower(named) or folded = any (folded_names))), '{}');
  end $$`;

/** The texts of a window by their rank: title, newness, whether they stand for their story. */
const RANKED = `select a_id, c_id, (coalesce((select sum(share) from unnest(q.parts, shares) as part(asked, share) where title_search @@ asked), 0)
            + 0.5 * exp(greatest(extract(epoch from published_at - max(published_at) over ())::float8 / ${FRESH_SECONDS}, ${STALEST}))
            + case when stands then 0.2 else 0 end)::real as rank
          from (
            select a.id as a_id, c.id as c_id, a.published_at, s.representative_id = a.id as stands, c.title_search
            from unnest(win.ids) as given(id) join nashra.content c on c.id = given.id join nashra.article a on a.content_id = c.id
            join nashra.story s on s.id = a.story_id offset 0) candidates`;

export const search = `create or replace function reader.search(query text, language text default null, publisher text default null,
    since timestamptz default null, until timestamptz default null, "limit" integer default 20, after text default null)
    returns setof reader.found language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan set client_min_messages = warning
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  declare
    q record; shares real[]; pattern text; plain text[]; publishers integer[]; name text;
    wanted integer := least(greatest(coalesce("limit", 20), 0), ${MOST_ROWS});
    mark text[] := regexp_match(after, '^(\\d{1,9}):(${WRITTEN_RANK}):(\\d{1,16})$');
    top integer := coalesce(mark[1]::integer, ${NEWEST_PLACE});
    last_rank real := mark[2]::real; last_id bigint := mark[3]::bigint;
    given integer; seen integer := 0; win record; budget integer := ${MOST_SEEN};
  begin
    if after is not null and mark is null then
      raise exception 'after is no cursor of reader.search' using errcode = 'NS004',
        hint = 'Give the column cursor of the last row seen as it came, or null for the first rows.';
    end if;
    -- No time is before the one or after the other.
    since := nullif(since, '-infinity'); until := nullif(until, 'infinity');
    if since = 'infinity' or since >= until then return; end if;
    q := nashra.read_question(query, language);
    if q.asked is null then return; end if;
    shares := nashra.shares(q.words); pattern := nashra.mark_pattern(q.marks, q.marked_kinds, q.bares); plain := nashra.mark_words(q.marks, q.bares);
    foreach name in array q.named || publisher loop
      if name is not null then publishers := coalesce(publishers, '{}') || nashra.publishers_named(name); end if;
    end loop;
    -- Phrases, and what is to be left out, are read off the texts.
    if q.asked::text ~ '<(?:-|\\d+)>|!' then budget := ${MOST_READ}; end if;
    while wanted > 0 and seen < budget and top is not null loop
      select * into win from nashra.search_window(q.asked, top, lower(language), publishers, since, until, budget - seen);
      return query
        select a.id, c.title, p.slug, d.address, a.published_at, a.language, a.story_id, best.rank,
          case nashra.display_of(p.display, c.rights) when 'full' then nashra.snippet(c.body, pattern, plain) else '' end, top || ':' || best.rank || ':' || a.id
        from (
          select ranked.* from (${RANKED}) ranked
          where last_rank is null or (ranked.rank, a_id) < (last_rank, last_id)
          order by ranked.rank desc, a_id desc limit wanted
        ) best join nashra.article a on a.id = best.a_id join nashra.content c on c.id = best.c_id
        join nashra.publisher p on p.id = a.publisher_id join nashra.address d on d.id = a.address_id
        order by best.rank desc, best.a_id desc;
      get diagnostics given = row_count;
      wanted := wanted - given; seen := seen + win.seen; top := win.bottom - 1; last_rank := null;
    end loop;
  end $$`;

/** The question to the database, and what it is made of. */
export const searching: readonly string[] = [publishersNamed, shares, search];

const SAYS = `Articles that answer a question, the newest that do first, ranked by title, rare words, newness and whether they stand for their story. The question: words, "phrases", -without, begin*, author:name, publisher:slug, in Arabic, French and English at once. Nothing that is typed is an error; an after that is no cursor is (NS004).`;

/** The rows of `reader.search`. */
export const found: readonly string[] = [
  `create type reader.found as (id bigint, title text, publisher text, url text, published_at timestamptz, language text,
    story_id bigint, rank real, snippet text, cursor text)`,
  ...Object.entries({
    id: 'Of the article',
    title: 'As it reads now',
    publisher: 'Slug',
    url: 'The original page',
    published_at: 'As in reader.articles',
    language: 'BCP 47',
    story_id: 'Articles that tell one report share it',
    rank: 'Comparable with its neighbours only',
    snippet:
      'Original text around the first hit, hits between <mark> and </mark>, not escaped otherwise; empty where the text may not be shown in full',
    cursor: 'Give it as after for what comes behind this row',
  }).map(([column, says]) => `comment on column reader.found.${column} is '${says}'`),
  `comment on type reader.found is 'A row of reader.search'`,
];

export const says: readonly string[] = [
  `comment on function reader.search is '${SAYS.replaceAll("'", "''")}'`,
  `comment on function reader.search_query is 'The question as a tsquery for reader.articles.search'`,
];
