import { CONFIGS, STOP_WORDS } from '@nashra/text';

const MOST_LETTERS = 500;
const MOST_TERMS = 16;

/**
 * Questions to queries. Every language reads a question in its own way (stems, words that say nothing), and a text is found
 * when its language's reading fits: the readings are alternatives, alike ones stand once.
 */
export const query: readonly string[] = [
  // Signs of all kinds of quotation become one; what is not closed ends with the question.
  `create or replace function nashra.search_terms(question text)
    returns table(at bigint, is_out boolean, kind text, term text) language sql stable strict as $$
    select at, it[1] <> '', coalesce(lower(it[2]), case when it[3] is not null then 'phrase'
        when right(it[4], 1) = '*' then 'prefix' else 'word' end),
      nashra.fold_text(coalesce(it[3], it[4]))
    from regexp_matches(translate(left(question, ${MOST_LETTERS}), '“”«»„', '"""""'),
      '(?:^|\\s)(-?)(?:(author|publisher):\\s?)?(?:"([^"]*)"?|([^\\s"]+))', 'gi') with ordinality as m(it, at)
    limit ${MOST_TERMS}
  $$`,
  // ب، ل and ك are written to a word without an article, where nobody can tell them from its own letters: so they are asked for too.
  `create or replace function nashra.arabic_query(word text) returns tsquery language sql stable strict as $$
    select string_agg(distinct quote_literal(nashra.bare_word(form)), ' | ')::tsquery
    from (select word as form union all
      select p || stem from nashra.cut_prefix(word) stem, unnest(array['ب', 'ل', 'ك']) p where length(stem) > 2) forms
  $$`,
  `create or replace function nashra.term_query(kind text, term text, config regconfig) returns tsquery
    language plpgsql stable strict as $$
  declare word text; whole tsquery; one tsquery;
  begin
    if kind = 'phrase' then return phraseto_tsquery(config, nashra.search_text(term)); end if;
    foreach word in array string_to_array(term, ' ') loop
      one := case
        when kind = 'author' then quote_literal('@' || nashra.search_text(word))::tsquery
        when kind = 'prefix' then
          (quote_literal(nashra.cut_prefix(word)) || ':*')::tsquery || to_tsquery(config, quote_literal(word) || ':*')
        when word ~ '^[\\u0621-\\u064a]+$' then nashra.arabic_query(word)
        else plainto_tsquery(config, word) end;
      if numnode(one) > 0 then whole := coalesce(whole && one, one); end if;
    end loop;
    return whole;
  end $$`,
  `create or replace function nashra.reading(question text, config regconfig) returns tsquery language plpgsql stable strict as $$
  declare item record; one tsquery; asked tsquery; rest tsquery;
    stops text[] := array[${STOP_WORDS.map((word) => `'${word}'`).join(', ')}];
  begin
    for item in select * from nashra.search_terms(question) where kind <> 'publisher' and term <> '' order by at loop
      one := nashra.term_query(item.kind, item.term, config);
      if one is null or numnode(one) = 0 then continue; end if;
      if item.is_out then one := !!one; rest := coalesce(rest && one, one);
      elsif item.kind = 'word' and item.term = any (stops) then null;
      else asked := coalesce(asked && one, one); end if;
    end loop;
    -- Of tying words alone the question is about them.
    if asked is null then
      for item in select * from nashra.search_terms(question) where kind = 'word' and not is_out and term = any (stops) order by at loop
        one := nashra.term_query('word', item.term, config);
        if numnode(one) > 0 then asked := coalesce(asked && one, one); end if;
      end loop;
    end if;
    return asked && coalesce(rest, ''::tsquery);
  end $$`,
  `create or replace function nashra.configs(language text) returns regconfig[] language sql immutable as $$
    select case when language is null then '{simple,french,english,spanish}'
      else case left(lower(language), 2) ${Object.entries(CONFIGS)
        .map(([tag, config]) => `when '${tag}' then '{${config}}'`)
        .join(' ')}
        else '{simple}' end end::regconfig[]
  $$`,
  // A term in all readings at once, for a title whose language does not matter.
  `create or replace function nashra.any_reading(kind text, term text, language text) returns tsquery language plpgsql stable as $$
  declare config regconfig; one tsquery; whole tsquery;
  begin
    foreach config in array nashra.configs(language) loop
      one := nashra.term_query(kind, term, config);
      if numnode(one) > 0 and one is distinct from whole then whole := coalesce(whole || one, one); end if;
    end loop;
    return whole;
  end $$`,
  `create or replace function reader.search_query(query text, language text default null) returns tsquery
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  declare config regconfig; one tsquery; readings tsquery[] := '{}'; whole tsquery;
  begin
    foreach config in array nashra.configs(language) loop
      one := nashra.reading(query, config);
      if numnode(one) > 0 and not one = any (readings) then
        readings := readings || one; whole := coalesce(whole || one, one);
      end if;
    end loop;
    return coalesce(whole, ''::tsquery);
  end $$`,
];
