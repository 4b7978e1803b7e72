import { CONFIGS, STOP_WORDS } from '@nashra/text';

const MOST_LETTERS = 500;
const MOST_TERMS = 16;
const MOST_BEGUN = 12;

/**
 * Questions to queries. Every language reads a question in its own way (stems, words that say nothing), and a text is found
 * when its language's reading fits: the readings are alternatives, alike ones stand once.
 */
export const query: readonly string[] = [
  // Signs of all kinds of quotation become one; what is not closed ends with the question. OR is one in capitals alone: «or» is a word
  // of French.
  `create or replace function nashra.search_terms(question text)
    returns table(at bigint, is_out boolean, kind text, term text) language sql stable strict as $$
    select at, it[1] <> '', coalesce(lower(it[2]), case when it[3] is not null then 'phrase'
        when it[4] in ('OR', '|') then 'or' when right(it[4], 1) = '*' then 'prefix' else 'word' end),
      nashra.fold_text(coalesce(it[3], it[4]))
    from regexp_matches(translate(left(question, ${MOST_LETTERS}), '“”«»„', '"""""'),
      '(?:^|\\s)(-?)(?:(author|publisher):\\s?)?(?:"([^"]*)"?|([^\\s"]+))', 'gi') with ordinality as m(it, at)
    limit ${MOST_TERMS}
  $$`,
  `create or replace function nashra.configs(language text) returns regconfig[] language sql immutable as $$
    select case when language is null then '{simple,french,english,spanish}'
      else case left(lower(language), 2) ${Object.entries(CONFIGS)
        .map(([tag, config]) => `when '${tag}' then '{${config}}'`)
        .join(' ')}
        else '{simple}' end end::regconfig[]
  $$`,
  `create or replace function nashra.term_query(kind text, words text, config regconfig) returns tsquery language sql immutable strict as $$
    select case kind
      when 'phrase' then phraseto_tsquery(config, nashra.stemmable(words, config))
      when 'author' then (select string_agg(quote_literal('@' || word), '&') from string_to_table(words, ' ') word)::tsquery
      else plainto_tsquery(config, nashra.stemmable(words, config)) end
  $$`,
  // A text may have a particle written to the first word. Each form is a phrase of its own: without one the word has no place
  // in such a text, and of alternatives one of which has no place Postgres says no.
  `create or replace function nashra.arabic_phrase(words text) returns tsquery language sql stable strict as $$
    select string_agg('(' || phrase::text || ')', '|')::tsquery from (
      select distinct phraseto_tsquery('simple', nashra.bare_word(particle || first) || ' ' || nashra.search_text(rest)) as phrase
      from (select split_part(words, ' ', 1) as first, substr(words, strpos(words || ' ', ' ') + 1) as rest) parts
      cross join unnest(case when first ~ '^[وف]?[بلك]?(?:ال|لل)' then array[''] else array['', 'ب', 'ل', 'ك'] end) as particle) forms
  $$`,
  // The commonest words of titles that begin so: their postings are read, not those of all that begins so. Else what there is.
  `create or replace function nashra.begun(beginning text) returns text[] language sql stable strict as $$
    select array_agg(bare) from (select bare from nashra.title_word
      where word >= beginning and word < beginning || chr(1114111) order by titles desc limit ${MOST_BEGUN}) words
  $$`,
  `create or replace function nashra.prefix_query(begun text[], beginning text, config regconfig) returns tsquery language sql stable as $$
    select coalesce((select string_agg('(' || one::text || ')', '|')::tsquery
        from (select distinct plainto_tsquery(config, nashra.stemmable(word, config)) as one from unnest(begun) word) words where numnode(one) > 0),
      (quote_literal(beginning) || ':*')::tsquery)
  $$`,
  // `parts` are the terms that are asked for, each in all readings at once; `marks` what of them is to be seen in a text, `bares` the
  // same as it is searched.
  `create or replace function nashra.read_question(question text, language text, out asked tsquery, out parts tsquery[], out words text[],
    out marks text[], out marked_kinds text[], out bares text[], out named text[])
    language plpgsql stable set client_min_messages = warning as $$
  declare
    item record; it text; other text; kind text; phrase tsquery; begun text[]; one tsquery; part tsquery; here boolean; is_or boolean := false;
    configs regconfig[] := nashra.configs(language);
    -- Stems are of Latin letters, full-width ones and such too.
    n integer := case when nashra.fold_text(left(question, ${MOST_LETTERS})) ~ '[a-z]' then cardinality(configs) else 1 end;
    want tsquery[] := array_fill(null::tsquery, array[n]); tying tsquery[] := want; choice tsquery[] := want; without tsquery;
    stops text[] := array[${STOP_WORDS.map((word) => `'${word}'`).join(', ')}];
  begin
    parts := '{}'; words := '{}'; marks := '{}'; marked_kinds := '{}'; bares := '{}'; named := '{}';
    for item in select * from nashra.search_terms(question) as said where said.term <> '' or said.kind = 'or' loop
      -- Of what stands on both sides of it, one is enough; where nothing does, it asks for nothing.
      if item.kind = 'or' then
        is_or := true;
        continue;
      end if;
      if item.kind = 'publisher' then
        if not item.is_out then named := named || item.term; end if;
        continue;
      end if;
      it := case item.kind when 'prefix' then nashra.cut_prefix(item.term) else nashra.search_text(item.term) end;
      begun := case when item.kind = 'prefix' then nashra.begun(it) end;
      other := case when item.kind = 'word' then nashra.without_particle(item.term) end;
      -- O.N.U.: its letters side by side, or as one word.
      kind := case when item.kind = 'word' and item.term ~ '^[a-z]( [a-z])+$' then 'phrase' else item.kind end;
      if kind <> item.kind then other := replace(item.term, ' ', ''); end if;
      phrase := case when item.kind = 'phrase' and item.term ~ '^[\\u0621-\\u064a ]+$' then nashra.arabic_phrase(item.term) end;
      here := is_or or item.kind <> 'word' or item.term <> all (stops);
      part := null;
      for i in 1..n loop
        one := case when item.kind = 'prefix' then nashra.prefix_query(begun, it, configs[i]) || nashra.term_query('word', nashra.search_text(it), configs[i])
          when phrase is not null then phrase else nashra.term_query(kind, it, configs[i]) end;
        if other is not null then one := one || nashra.term_query(item.kind, other, configs[i]); end if;
        if numnode(one) = 0 then continue; end if;
        if item.is_out then null;
        elsif here and is_or and choice[i] is not null then choice[i] := choice[i] || one;
        elsif here then
          want[i] := coalesce(want[i] && choice[i], choice[i]);
          choice[i] := one;
        else tying[i] := coalesce(tying[i] && one, one); end if;
        if part is null then part := one; elsif part <> one then part := part || one; end if;
      end loop;
      is_or := false;
      if item.is_out then
        -- What is left out is so in every reading.
        if part is not null then without := coalesce(without && !!part, !!part); end if;
      elsif item.kind <> 'author' then
        marks := marks || item.term; marked_kinds := marked_kinds || item.kind; bares := bares || it;
        if other is not null then marks := marks || other; marked_kinds := marked_kinds || item.kind; bares := bares || other; end if;
        if here and part is not null then parts := parts || part; words := words || it; end if;
      end if;
    end loop;
    for i in 1..n loop
      -- Of tying words alone, the question is about them.
      one := coalesce(want[i] && choice[i], choice[i], tying[i]);
      if one is null or one = any (want[:i - 1]) then continue; end if;
      want[i] := one;
      asked := coalesce(asked || one, one);
    end loop;
    if without is not null then asked := asked && without; end if;
  end $$`,
  `create or replace function reader.search_query(query text, language text default null) returns tsquery
    language sql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
    select coalesce((nashra.read_question(query, language)).asked, ''::tsquery)
  $$`,
];
