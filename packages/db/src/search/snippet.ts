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
  `create or replace function nashra.spelling(stem text) returns text language sql immutable strict as $$
    select string_agg(coalesce('[' || (${`'${JSON.stringify(lookAlikes())}'::jsonb`} ->> letter) || ']', letter), '${MARKS}' order by at)
    from string_to_table(regexp_replace(stem, '[^[:alnum:]]', '', 'g'), null) with ordinality as l(letter, at)
  $$`,
  `create or replace function nashra.mark_pattern(question text) returns text language sql stable strict as $$
    select '(?:' || string_agg(distinct pattern, '|') || ')' from (
      select case
        when t.kind = 'prefix' then '\\m' || nashra.spelling(word) || '\\w*'
        when word ~ '^[\\u0621-\\u064a]+$' then (
          select '\\m[وفبلكس]{0,2}(?:[اٱ]ل|لل)?(?:' || string_agg(nashra.spelling(form), '|') || ')\\w{0,4}'
          from (select case when length(bare) > 3 then regexp_replace(bare, '[هاي]$', '') else regexp_replace(bare, 'ه$', '') end
              from nashra.bare_word(word) bare
            union select f.form from nashra.search_form f where f.word = nashra.bare_word(t.word)) forms(form))
        when length(word) < 4 then '\\m' || nashra.spelling(word) || '\\M'
        else '\\m' || nashra.spelling(left(word, greatest(4, length(word) - 3))) || '\\w{0,6}' end
      from (select kind, unnest(string_to_array(term, ' ')) as word from nashra.search_terms(question)
        where not is_out and kind in ('word', 'phrase', 'prefix')) t
      where word <> '') patterns(pattern)
  $$`,
  `create or replace function nashra.snippet(body text, pattern text) returns text language plpgsql immutable as $$
  declare hit integer; start integer; piece text;
  begin
    body := left(body, ${DEPTH});
    hit := case when pattern is null then 0 else regexp_instr(body, pattern) end;
    start := greatest(hit - ${BEFORE}, 1);
    piece := replace(translate(substr(body, start, ${LENGTH}), E'\\n\\r\\t', '   '), '  ', ' ');
    -- Words stay whole.
    if start > 1 then piece := '…' || substr(piece, strpos(piece, ' ') + 1); end if;
    if start + ${LENGTH} <= length(body) then
      piece := left(piece, -strpos(reverse(piece), ' ')) || '…';
    end if;
    return case when hit > 0 then regexp_replace(piece, pattern, '<mark>\\&</mark>', 'g') else piece end;
  end $$`,
];
