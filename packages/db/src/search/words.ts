import {
  BOUND,
  ENDINGS,
  FRENCH_ENDINGS,
  foldText,
  GLUED,
  GOD,
  LAST,
  NO_DUAL,
  OWN,
  OWN_AND,
  OWN_ARTICLE,
  OWN_LAM,
  PARTICIPLE,
  PARTICLES,
  PREFIXES,
  PRONOUNS,
  WHOLE,
} from '@nashra/text';

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const french = FRENCH_ENDINGS.reduce(
  (it, [pattern, instead]) => `regexp_replace(${it}, '${pattern}', '\\1${instead}')`,
  'word',
);
const apart = GLUED.reduce(
  (it, [pattern, instead]) =>
    `regexp_replace(${it}, '${pattern}', '${instead.replaceAll('$', '\\')}', 'g')`,
  'folded',
);
const array = (values: readonly string[]) => `array[${values.map(text).join(', ')}]`;
const beginsWith = (word: string, beginnings: readonly string[]) =>
  `(${word}) ~ '^(?:${beginnings.join('|')})'`;

/** Letters and digits of most questions, which fold to themselves: what has no others need not be looked up. */
const unfolded = () =>
  [...'abcdefghijklmnopqrstuvwxyz0123456789', ...lettersBetween(0x621, 0x64a)]
    .filter((letter) => foldText(letter) === letter)
    .join('');

function lettersBetween(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at));
}

/** The first prefix that may go. */
const prefix = `case ${PREFIXES.map(
  ([it, stay]) =>
    `when starts_with(bare, ${text(it)}) and length(bare) >= ${it.length + stay} then ${text(it)}`,
).join(' ')} else '' end`;

/** The word without the first ending that may go. */
const without = (rules: readonly (readonly [string, number, string?])[]) =>
  `case ${rules
    .map(
      ([it, stay, instead = '']) =>
        `when right(bare, ${it.length}) = ${text(it)} and length(bare) >= ${it.length + stay} then left(bare, -${it.length}) || ${text(instead)}`,
    )
    .join(' ')} else bare end`;

/** As `wordOf` of packages/text; what was looked for before is not looked for again. */
const irregular = `if bare is distinct from looked then
      looked := bare;
      select word into known from nashra.search_form
        where form = any (array[bare, case when bare ~ '${BOUND}' then regexp_replace(bare, '${BOUND}', 'اء')
          when right(bare, 2) = 'يه' then left(bare, -1) end])
        order by form = bare desc limit 1;
      if known is not null then return known; end if;
    end if;`;

const irregularLate = `if bare !~ '${PARTICIPLE}' then ${irregular} end if;`;

/** Folding and the searched form of words, as packages/text has them: its lists, and the same few steps. */
export const words: readonly string[] = [
  `create or replace function nashra.fold_text(text text) returns text language sql stable strict as $$
    select case when text ~ '^[${unfolded()}]+( [${unfolded()}]+)*$' then text else (
      select btrim(regexp_replace(string_agg(coalesce(f.folded, c.letter), '' order by c.at), ' +', ' ', 'g'), ' ')
      from string_to_table(text, null) with ordinality as c(letter, at)
      cross join lateral (
        select folded from nashra.search_fold where first <= ascii(c.letter) order by first desc limit 1) f) end
  $$`,
  `create or replace function nashra.is_known(bare text) returns boolean language sql stable strict as $$
    select exists (select from nashra.search_form where form = bare) or exists (select from nashra.search_form where word = bare)
  $$`,
  `create or replace function nashra.cut_prefix(bare text) returns text language plpgsql stable strict as $$
  declare prefix text := ${prefix}; rest text; article text;
  begin
    if length(bare) < 4 then return bare; end if;
    if prefix = '' and starts_with(bare, 'و') and nashra.is_known(substr(bare, 2)) then prefix := 'و'; end if;
    if prefix = 'و' and ${beginsWith('bare', OWN_AND)} and not nashra.is_known(substr(bare, 2)) then return bare; end if;
    rest := substr(bare, length(prefix) + 1);
    if right(prefix, 2) = 'لل' and ${beginsWith("'ل' || rest", OWN_LAM)} then return 'ل' || rest; end if;
    if right(prefix, 2) = 'ال' and nashra.is_known(rest) then return rest; end if;
    article := case when right(prefix, 2) = 'ال' then 'ال' || rest else rest end;
    return case when ${beginsWith('article', OWN_ARTICLE)} then article else rest end;
  end $$`,
  `create or replace function nashra.bare_word(bare text) returns text language plpgsql stable strict as $$
  declare known text; cut text; looked text;
  begin
    if bare ~ '${GOD}' then return 'الله'; end if;
    ${irregular}
    bare := nashra.cut_prefix(bare);
    ${irregular}
    cut := ${without(PRONOUNS)};
    if cut <> bare and right(cut, 1) = 'ت' and right(cut, 2) <> 'ات' then cut := left(cut, -1) || 'ه'; end if;
    bare := cut;
    ${irregular}
    if bare !~ '${NO_DUAL}' then bare := ${without(ENDINGS)}; end if;
    ${irregularLate}
    if bare <> all (${array(WHOLE)}) then bare := ${without(LAST)}; end if;
    ${irregularLate}
    return bare;
  end $$`,
  `create or replace function nashra.search_text(folded text) returns text language sql stable strict as $$
    select coalesce(string_agg(case when word ~ '^[\\u0621-\\u064a]+$' then nashra.bare_word(word)
      when word ~ '^[a-z]+$' then coalesce((select f.word from nashra.search_form f where f.form = w.word), word) else word end, ' ' order by at), '')
    from string_to_table(case when folded ~ '[0-9]' then ${apart} else folded end, ' ') with ordinality as w(word, at)
  $$`,
  `create or replace function nashra.stemmable(folded text, config regconfig) returns text language sql immutable strict as $$
    select case when config = 'french'::regconfig then (
      select coalesce(string_agg(case when word ~ '^[a-z]{5,}$' then ${french} else word end, ' ' order by at), '')
      from string_to_table(folded, ' ') with ordinality as w(word, at)) else folded end
  $$`,
  // What a word would be without its particle, where it may be one: not where it is known as it stands, and of three letters only what
  // is known without.
  `create or replace function nashra.without_particle(term text) returns text language plpgsql stable strict as $$
  declare rest text := (regexp_match(term, '^${PARTICLES}$'))[1]; bare text;
  begin
    if rest is null or ${beginsWith("regexp_replace(term, '^[وف]', '')", OWN)} or ${beginsWith('term', OWN_AND)}
      or exists (select from nashra.search_form where form = term) then return null; end if;
    bare := nashra.bare_word(rest);
    return case when length(rest) > 3 or exists (select from nashra.search_form where word = bare) then bare end;
  end $$`,
];
