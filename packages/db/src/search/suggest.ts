/** Words as like as this may have been meant. */
const LIKENESS = 0.45;
const MOST_WORDS = 8;

/** «Did you mean»: words of titles, and in the place of each that no title has the likest that one has. */
export const suggest = (trigrams: string): readonly string[] => [
  `create or replace function reader.suggest(query text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare word text; like_it text; said text[] := '{}'; is_new boolean := false;
  begin
    foreach word in array (string_to_array(nashra.fold_text(left(query, 200)), ' '))[:${MOST_WORDS}] loop
      like_it := null;
      if length(word) > 3 and word !~ '\\d' and not exists (select from nashra.title_word w where w.word in (word, nashra.cut_prefix(word))) then
        select w.word into like_it from nashra.title_word w
          where w.word operator(${trigrams}.%) word and ${trigrams}.similarity(w.word, word) >= ${LIKENESS}
          order by ${trigrams}.similarity(w.word, word) + ln(1 + w.titles) / 50 desc, w.word limit 1;
      end if;
      is_new := is_new or like_it is not null;
      said := said || coalesce(like_it, word);
    end loop;
    return case when is_new then array_to_string(said, ' ') end;
  end $$`,
  `comment on function reader.suggest is 'What may have been meant by a question some word of which no title has; null where there is nothing better'`,
];
