/** Texts that are ranked together: the newest that fit. */
export const WINDOW = 80;
/** So many are enough where they lie far apart: looking for more would cost more than ranking them gives. */
const FEW = 32;
/** The same of phrases, for which each text that has the words is read. */
const FEW_PHRASES = 20;
/** In units: from here on it is far. */
const FAR = 128;
/**
 * To say where to look makes the index walk through all places there; without it only the words' own are walked through, and
 * each text that has them is looked at. A unit costs so much of what it costs to say it, and so does a text.
 */
const UNSAID = 0.4;
/** Texts that a stride may be thought to hold, whether its filters let them through or not. */
const STRIDE_HOLDS = 4_000;
/** The same where each has to be read. */
const STRIDE_READS = 400;

/** Texts that one call reads, for phrases and for what is to be left out. */
export const MOST_READ = 3_000;

/** The order in which texts came is cut into units of so many places, and blocks of so many units (both by bits). */
const UNIT = 9;
const BLOCK = 5;
/** Tells the keys of blocks from those of units. */
const BLOCK_SIGN = 1 << 30;
/** Texts that were there before there were places are given some below it, the newest first. */
export const FIRST_PLACE = 1 << 28;

/** The keys of the index under which a text is found by its place. */
export const PLACE_KEYS = `array[place >> ${UNIT}, (place >> ${UNIT + BLOCK}) | ${BLOCK_SIGN}]`;

/** Where nothing but the words is asked for, who ranks finds out which texts are articles'. */
const FITS_WORDS = { from: 'nashra.content c', fits: '(not is_read or c.search @@ asked)' };
const FITS_ALL = {
  from: 'nashra.content c join nashra.article a on a.content_id = c.id and a.revision > 0',
  fits: `(lang is null or a.language = lang or a.language like lang || '-%')
            and (publishers is null or a.publisher_id = any (publishers))
            and (since is null or a.published_at >= since) and (until is null or a.published_at < until)
            and ${FITS_WORDS.fits}`,
};

const newest = ({ from, fits }: typeof FITS_ALL, where: string) => `
        select array_agg(id order by place desc) filter (where fits), array_agg(place order by place desc) filter (where fits), count(*)
          into near_ids, near_places, more
        from (
          select c.id, c.place, ${fits} as fits
          from ${from}
          where c.search @@ loose and c.place between low << ${UNIT} and least((high << ${UNIT}) - 1, top) ${where} offset 0) texts`;

const ANYWHERE = '';
const WITHIN = `and ${PLACE_KEYS.replaceAll('place', 'c.place')} && nashra.place_keys(low, high)`;

/**
 * Newest first. A window is the newest so many texts that fit. They are found by walking back over the order in which texts
 * came, in strides as long as what was found so far says is needed: so a frequent word stops after some hundred texts,
 * and a rare one costs a few looks at the index. Only within the window is ranked.
 */
export const window: readonly string[] = [
  `create or replace function nashra.place_keys(low integer, high integer) returns integer[] language sql immutable as $$
    select array(select generate_series(low, least(first << ${BLOCK}, high) - 1))
      || array(select block | ${BLOCK_SIGN} from generate_series(first, last - 1) block)
      || array(select generate_series(greatest(last << ${BLOCK}, least(first << ${BLOCK}, high)), high - 1))
    from (select (low + ${(1 << BLOCK) - 1}) >> ${BLOCK} as first, high >> ${BLOCK} as last) blocks
  $$`,
  `create or replace function nashra.search_window(asked tsquery, top integer, lang text, publishers integer[],
    since timestamptz, until timestamptz, budget integer, out ids bigint[], out bottom integer, out seen integer)
    language plpgsql stable set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
    set plan_cache_mode = force_generic_plan as $$
  declare
    -- That words stand side by side, or do not, is read off each text that has the others; so is whether one is not there, since the index
    -- would walk through all that have it. Those that are read are counted, and fewer are looked at.
    is_phrased boolean := asked::text ~ '<(?:-|\\d+)>';
    is_read boolean := is_phrased or asked::text ~ '!';
    loose tsquery := case when is_read then regexp_replace(querytree(asked), '<(?:-|\\d+)>', '&', 'g')::tsquery else asked end;
    most integer := case when is_read then least(budget, ${MOST_READ}) else budget end;
    high integer := (top >> ${UNIT}) + 1; low integer := high; start integer := high; stride bigint := 2; enough integer := case when is_phrased then ${FEW_PHRASES} when is_read then ${FEW} else ${WINDOW} end; thought real;
    is_filtered boolean := coalesce(lang, publishers::text, since::text, until::text) is not null;
    -- What was published since came since. Ids reach to a certain year only.
    ground integer := (select coalesce((select place from nashra.content where id >= nashra.id_at(least(since, '3000-01-01')) order by id limit 1),
      last_value) >> ${UNIT} from nashra.content_place_before);
    near_ids bigint[]; near_places integer[]; more integer; places integer[] := '{}';
  begin
    ids := '{}'; seen := 0;
    while high > ground and cardinality(ids) < enough and seen < most loop
      low := greatest(high - stride, ground);
      if stride > ${1 << BLOCK} then low := greatest(low >> ${BLOCK} << ${BLOCK}, ground); end if;
      thought := (high - ground) * coalesce(seen::real / nullif(start - high, 0), 0);
      if stride > ${UNSAID} * (high - ground + thought) and start - high > ${1 << BLOCK} and (not is_read or thought < ${STRIDE_READS}) then
        low := ground;
        if is_filtered then ${newest(FITS_ALL, ANYWHERE)}; else ${newest(FITS_WORDS, ANYWHERE)}; end if;
      elsif is_filtered then ${newest(FITS_ALL, WITHIN)};
      else ${newest(FITS_WORDS, WITHIN)};
      end if;
      seen := seen + more; ids := ids || near_ids; places := places || near_places; high := low;
      if start - low >= ${FAR} then enough := least(enough, ${FEW}); end if;
      stride := greatest(2, least(case when start - low < ${1 << BLOCK} then stride * 4 else 1 << 22 end, case when is_read then ${STRIDE_READS} else ${STRIDE_HOLDS} end * (start - low)::bigint / greatest(seen, 1),
        case when ids = '{}' then 1 << 22 else (start - low)::bigint * (enough - cardinality(ids)) * 3 / (2 * cardinality(ids)) end));
    end loop;
    bottom := case when cardinality(ids) > ${WINDOW} then places[${WINDOW}] when high > ground then low << ${UNIT} end;
    ids := ids[:${WINDOW}];
  end $$`,
];
