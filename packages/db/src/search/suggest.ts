/** Words as like as this may have been meant. */
const LIKENESS = 0.45;
const MOST_WORDS = 8;

const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويء';
const STAND_INS = 'abcdefghijklmnopqrstuvwxyz012';

/** A word whose trigrams are told apart under any locale: in C, where only ASCII is letters, those of Arabic are not. */
export const spelt = (word: string) => `translate(${word}, '${ARABIC}', '${STAND_INS}')`;

/** «Did you mean»: words of titles, and in the place of each that no title has the likest that one has. */
export const suggest = (trigrams: string): readonly string[] => [
  `create or replace function reader.suggest(query text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare it text; like_it text; said text[] := '{}'; is_new boolean := false;
  begin
    foreach it in array (string_to_array(coalesce(nashra.fold_text(left(query, 200)), ''), ' '))[:${MOST_WORDS}] loop
      like_it := null;
      if length(it) > 3 and it !~ '\\d' and not exists (select from nashra.title_word w where w.word in (it, nashra.cut_prefix(it))) then
        select w.word into like_it from nashra.title_word w
          where ${spelt('w.word')} operator(${trigrams}.%) ${spelt('it')} and ${trigrams}.similarity(${spelt('w.word')}, ${spelt('it')}) >= ${LIKENESS}
          order by ${trigrams}.similarity(${spelt('w.word')}, ${spelt('it')}) + ln(1 + w.titles) / 50 desc, w.word limit 1;
      end if;
      is_new := is_new or like_it is not null;
      said := said || coalesce(like_it, it);
    end loop;
    return case when is_new then array_to_string(said, ' ') end;
  end $$`,
  `comment on function reader.suggest is 'What may have been meant by a question some word of which no title has; null where there is nothing better'`,
];
