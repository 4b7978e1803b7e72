import { ENDINGS, GOD, LAST, OWN_AND, OWN_ARTICLE, PREFIXES, PRONOUNS, WHOLE } from '@nashra/text';

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const array = (values: readonly string[]) => `array[${values.map(text).join(', ')}]`;

/** A row a rule, in the order of the rules. */
const rows = (rules: readonly (readonly [string, number, string?])[]) =>
  `(values ${rules.map(([it, stay, instead = ''], at) => `(${at}, ${text(it)}, ${stay}, ${text(instead)})`).join(', ')})
    as rule(at, it, stay, instead)`;

const endingOf = (rules: readonly (readonly [string, number, string?])[]) =>
  `select it, instead into found from ${rows(rules)}
      where right(bare, length(it)) = it and length(bare) >= length(it) + stay order by at limit 1`;

const irregular = `select word into known from nashra.search_form where form = bare;
    if known is not null then return known; end if;`;

/** Folding and the searched form of words, as packages/text has them: its lists, and the same few steps. */
export const words: readonly string[] = [
  `create or replace function nashra.fold_text(text text) returns text language sql stable strict as $$
    select btrim(regexp_replace(string_agg(coalesce(f.folded, c.letter), '' order by c.at), ' +', ' ', 'g'), ' ')
    from string_to_table(text, null) with ordinality as c(letter, at)
    cross join lateral (
      select folded from nashra.search_fold where first <= ascii(c.letter) order by first desc limit 1) f
  $$`,
  `create or replace function nashra.cut_prefix(bare text) returns text language plpgsql immutable strict as $$
  declare prefix text; rest text;
  begin
    if length(bare) < 4 then return bare; end if;
    select it into prefix from ${rows(PREFIXES)}
      where starts_with(bare, it) and length(bare) >= length(it) + stay order by at limit 1;
    if prefix = 'و' and exists (select from unnest(${array(OWN_AND)}) own where starts_with(bare, own))
      then return bare; end if;
    rest := substr(bare, length(coalesce(prefix, '')) + 1);
    if right(prefix, 2) = 'ال' then rest := 'ال' || rest; end if;
    if exists (select from unnest(${array(OWN_ARTICLE)}) own where starts_with(rest, own)) then return rest; end if;
    return case when right(prefix, 2) = 'ال' then substr(rest, 3) else rest end;
  end $$`,
  `create or replace function nashra.bare_word(bare text) returns text language plpgsql stable strict as $$
  declare known text; found record;
  begin
    if bare ~ '${GOD}' then return 'الله'; end if;
    ${irregular}
    bare := nashra.cut_prefix(bare);
    ${irregular}
    ${endingOf(PRONOUNS)};
    if found.it is not null then
      bare := left(bare, -length(found.it));
      if bare like '%ت' and bare not like '%ات' then bare := left(bare, -1) || 'ه'; end if;
    end if;
    ${irregular}
    ${endingOf(ENDINGS)};
    if found.it is not null then bare := left(bare, -length(found.it)) || found.instead; end if;
    ${irregular}
    if bare <> all (${array(WHOLE)}) then
      ${endingOf(LAST)};
      if found.it is not null then bare := left(bare, -length(found.it)); end if;
    end if;
    ${irregular}
    return bare;
  end $$`,
  `create or replace function nashra.search_text(folded text) returns text language sql stable strict as $$
    select coalesce(string_agg(case when word ~ '^[\\u0621-\\u064a]+$' then nashra.bare_word(word) else word end, ' ' order by at), '')
    from string_to_table(folded, ' ') with ordinality as w(word, at)
  $$`,
];
