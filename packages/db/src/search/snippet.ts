import { lookAlikes } from '@nashra/text';

/** Around the first hit: so much before it, so much in all; and no deeper into a text than this. */
const BEFORE = 80;
const LENGTH = 240;
const DEPTH = 20_000;

/** What may stand between letters and does not count: harakat, tatweel, combining accents. */
const MARKS = '[\\u0640\\u064b-\\u065f\\u0670\\u0300-\\u036f]*';

/**
 * Where in an original text the words of a question are: no index knows it, since the index holds folded stems. A pattern
 * does: the stem in all the letters that fold to its own, with what may be written before and behind it.
 */
export const snippet: readonly string[] = [
  `create or replace function nashra.spelling(stem text) returns text language plpgsql immutable strict as $$
  declare letter text; spelt text;
  begin
    foreach letter in array string_to_array(regexp_replace(stem, '[^[:alnum:]]', '', 'g'), null) loop
      spelt := coalesce(spelt || '${MARKS}', '') || coalesce('[' || (${`'${JSON.stringify(lookAlikes())}'::jsonb`} ->> letter) || ']', letter);
    end loop;
    return spelt;
  end $$`,
  // `bares` are the terms as they are searched.
  `create or replace function nashra.mark_pattern(terms text[], kinds text[], bares text[]) returns text language sql stable strict as $$
    select '(?:' || string_agg(distinct pattern, '|') || ')' from (
      select case
        when kind = 'prefix' then '\\m' || nashra.spelling(word) || '\\w*'
        when word ~ '^[\\u0621-\\u064a]+$' then (
          select '\\m[وفبلكس]{0,2}(?:[اٱ]ل|لل)?(?:' || string_agg(nashra.spelling(form), '|') || ')\\w{0,4}'
          from (select case when length(bare) > 3 then regexp_replace(bare, '[هاي]$', '') else regexp_replace(bare, 'ه$', '') end
            union select f.form from nashra.search_form f where f.word = bare) forms(form))
        when length(word) < 4 then '\\m' || nashra.spelling(word) || '\\M'
        else '\\m' || nashra.spelling(left(word, greatest(4, length(word) - 3))) || '\\w{0,6}' end
      from unnest(terms, kinds, bares) as t(term, kind, bare_term)
      cross join lateral unnest(string_to_array(term, ' '), string_to_array(bare_term, ' ')) as words(word, bare)
      where word <> '') patterns(pattern)
  $$`,
  // As they are written most often: what is found by these need not be looked for by a pattern.
  `create or replace function nashra.mark_words(terms text[], bares text[]) returns text[] language sql stable strict as $$
    select array_agg(distinct form) from unnest(terms, bares) as t(term, bare_term)
      cross join lateral unnest(string_to_array(term, ' '), string_to_array(bare_term, ' ')) as words(word, bare)
      cross join lateral unnest(array[word, case when word ~ '^[\\u0621-\\u064a]+$' then bare else initcap(word) end]) as form
    where length(form) > 2
  $$`,
  `create or replace function nashra.snippet(body text, pattern text, words text[]) returns text language plpgsql immutable as $$
  declare word text; hit integer; found_at integer; piece text; marked text;
  begin
    -- Unpacked once.
    body := case when octet_length(body) > ${2 * DEPTH} then left(body, ${DEPTH}) else body || '' end;
    foreach word in array coalesce(words, '{}') loop
      found_at := strpos(body, word);
      if found_at > 0 and (hit is null or found_at < hit) then hit := found_at; end if;
    end loop;
    piece := nashra.piece(body, hit);
    marked := regexp_replace(piece, pattern, '<mark>\\&</mark>', 'g');
    if marked <> piece then return marked; end if;
    -- Spelled otherwise, or within another word.
    hit := regexp_instr(body, pattern);
    if hit > 0 then return regexp_replace(nashra.piece(body, hit), pattern, '<mark>\\&</mark>', 'g'); end if;
    return case when hit is null then piece else nashra.piece(body, 1) end;
  end $$`,
  // Words stay whole.
  `create or replace function nashra.piece(body text, hit integer) returns text language plpgsql immutable as $$
  declare start integer := greatest(coalesce(hit, 1) - ${BEFORE}, 1); piece text := substr(body, start, ${LENGTH} + 1); is_last boolean := length(piece) <= ${LENGTH};
  begin
    if piece ~ '\\s\\s|[\\n\\r\\t]' then piece := replace(translate(piece, E'\\n\\r\\t', '   '), '  ', ' '); end if;
    if start > 1 then piece := '…' || substr(piece, strpos(piece, ' ') + 1); end if;
    if not is_last then piece := left(piece, -strpos(reverse(piece), ' ')) || '…'; end if;
    return piece;
  end $$`,
];
